import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { consumeStream } from "../building-blocks/consumer.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/** Pictures that people sent: each goes when nobody holds it any more. They are taken in where their owners are. */
export class Pictures extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { data, stage, alarms } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "pictures-remove" },
      {
        environment: { PICTURES_BUCKET: data.pictures.bucketName },
        timeout: Duration.seconds(60),
      },
    );
    mayUseTable(house, data.table, "read");
    mayUsePictures(house, data.pictures, "Delete");
    const was = (entity: string) => ({ OldImage: { entity: { S: [entity] } } });
    // Events that had one; the many others never come here.
    const path = { M: { path: { S: [{ exists: true }] } } };
    const withPicture = { OldImage: { entity: { S: ["scope"] }, picture: path } };
    consumeStream(house, {
      table: data.table,
      filters: [
        { dynamodb: was("member") },
        { eventName: ["REMOVE"], dynamodb: was("picture") },
        { dynamodb: withPicture },
      ],
      batchWindow: stage.batchWindow,
      parallel: 1,
      impact:
        "Logos that members took back, and pictures of declined events, can still be had under their old addresses.",
      alarms,
    });
  }
}

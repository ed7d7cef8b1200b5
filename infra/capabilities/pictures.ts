import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { consumeStream } from "../building-blocks/consumer.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

/**
 * Pictures that people sent: each is shown to the public while its owner is, and goes when nobody holds it any more. They are
 * taken in where their owners are.
 */
export class Pictures extends Construct {
  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { data, stage, alarms } = ground;
    const house = makeFunction(
      this,
      { ground, entry: "pictures-follow" },
      {
        environment: { PICTURES_BUCKET: data.pictures.bucketName },
        timeout: Duration.seconds(60),
      },
    );
    mayUseTable(house, data.table, "read");
    mayUsePictures(house, data.pictures, { kept: ["Get", "Delete"], pictures: ["Put", "Delete"] });
    const was = (entity: string) => ({ OldImage: { entity: { S: [entity] } } });
    consumeStream(house, {
      table: data.table,
      filters: [{ dynamodb: was("member") }, { eventName: ["REMOVE"], dynamodb: was("picture") }],
      batchWindow: stage.batchWindow,
      parallel: 1,
      impact:
        "Logos of new members are not shown yet, and those of members who left or took them back can still be had.",
      alarms,
    });
  }
}

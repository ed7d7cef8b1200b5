import { Duration } from "aws-cdk-lib";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { consumeQueue } from "../building-blocks/consumer.ts";
import { workQueue } from "../building-blocks/queues.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

const removeTimeout = Duration.seconds(60);

/** Pictures that people sent: each goes when nobody holds it any more. They are taken in where their owners are. */
export class Pictures extends Construct {
  /** Takes pictures that an item names no more. */
  readonly dropped: Queue;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { data, alarms } = ground;
    this.dropped = workQueue(this, "Dropped", {
      consumerTimeout: removeTimeout,
      deadLetters: {
        impact:
          "Logos that members took back, and pictures of declined events, can still be had under their old addresses.",
        alarms,
      },
    });
    const house = makeFunction(
      this,
      { ground, entry: "pictures-remove" },
      { environment: { PICTURES_BUCKET: data.pictures.bucketName }, timeout: removeTimeout },
    );
    mayUseTable(house, data.table, "read");
    mayUsePictures(house, data.pictures, "Delete");
    consumeQueue(house, this.dropped, 2);
  }
}

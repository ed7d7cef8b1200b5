import { Duration } from "aws-cdk-lib";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { consumeQueue } from "../building-blocks/consumer.ts";
import { workQueue } from "../building-blocks/queues.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { mayUsePictures } from "../data/pictures.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

const followTimeout = Duration.seconds(60);

/**
 * Pictures that people sent: each is shown to the public while its owner is, and goes when nobody holds it any more. They are
 * taken in where their owners are.
 */
export class Pictures extends Construct {
  /** Takes pictures that an item names no more, or whose owner is listed or no more. */
  readonly changed: Queue;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    const { data, alarms } = ground;
    this.changed = workQueue(this, "Changed", {
      consumerTimeout: followTimeout,
      deadLetters: {
        impact:
          "Pictures of new members and events are not shown yet, and those that were taken back can still be had.",
        alarms,
      },
    });
    const house = makeFunction(
      this,
      { ground, entry: "pictures-follow" },
      { environment: { PICTURES_BUCKET: data.pictures.bucketName }, timeout: followTimeout },
    );
    mayUseTable(house, data.table, "read");
    mayUsePictures(house, data.pictures, { kept: ["Get", "Delete"], pictures: ["Put", "Delete"] });
    consumeQueue(house, this.changed, 2);
  }
}

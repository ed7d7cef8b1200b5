import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { consumeStream } from "../building-blocks/consumer.ts";
import { type Foundation, makeFunction } from "../foundation.ts";
import type { Mail } from "./mail.ts";

export interface OutboxProps {
  ground: Foundation;
  mail: Mail;
  /** Take signatures that changed, people who never confirmed, pictures that somebody names no more or may see from now on. */
  signatures: Queue;
  forgetting: Queue;
  pictures: Queue;
}

/**
 * Reads the table's stream for everybody but the tally, and puts what each change leads to into the queue of who does it.
 * A shard of the stream bears two readers, so there is none beside these two.
 */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, props: OutboxProps) {
    super(scope, id);
    const { ground, mail, signatures, forgetting, pictures } = props;
    const house = makeFunction(
      this,
      { ground, entry: "outbox" },
      {
        background: true,
        environment: {
          ...mail.queueUrls(),
          SIGNATURES_QUEUE_URL: signatures.queueUrl,
          FORGETTING_QUEUE_URL: forgetting.queueUrl,
          PICTURES_QUEUE_URL: pictures.queueUrl,
        },
      },
    );
    mail.maySend(house);
    for (const queue of [signatures, forgetting, pictures]) queue.grantSendMessages(house.role);
    consumeStream(house, {
      table: ground.data.table,
      filters: [
        { dynamodb: { NewImage: entityIn("participation", "member", "scope") } },
        {
          eventName: ["REMOVE"],
          dynamodb: { OldImage: entityIn("participation", "member", "scope", "picture") },
        },
      ],
      batchWindow: ground.stage.batchWindow,
      parallel: 4,
      impact:
        "People who signed up get no mail until the sweep finds what is owed, lists of signatories stand still, and those who never confirmed are not forgotten.",
      alarms: ground.alarms,
    });
  }
}

const entityIn = (...entities: string[]) => ({ entity: { S: entities } });

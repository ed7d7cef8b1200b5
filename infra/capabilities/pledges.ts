import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { consumeQueue } from "../building-blocks/consumer.ts";
import { workQueue } from "../building-blocks/queues.ts";
import { runBySchedule } from "../building-blocks/schedule.ts";
import { mayUseTable } from "../building-blocks/table-access.ts";
import { type Foundation, makeFunction } from "../foundation.ts";

const followTimeout = Duration.seconds(60);

/** Pledges and statements: what is signed, who signed it, and what became of the promise. */
export class Pledges extends Construct {
  /** Takes signatures that changed. */
  readonly signatures: Queue;

  constructor(scope: Construct, id: string, ground: Foundation) {
    super(scope, id);
    this.reading(ground);
    this.staff(ground);
    this.signatures = this.following(ground);
    this.asking(ground);
  }

  private reading(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-api" });
    mayUseTable(house, ground.data.table, "read");
    ground.api.send(routes["pledges-api"], house);
  }

  private staff(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-staff" });
    mayUseTable(house, ground.data.table, "read", "write");
    ground.api.sendStaff(routes["pledges-staff"], house);
  }

  private following(ground: Foundation): Queue {
    const queue = workQueue(this, "Signatures", {
      consumerTimeout: followTimeout,
      deadLetters: {
        impact:
          "Names of those who withdrew stay in public, and those who signed are missing from the lists.",
        alarms: ground.alarms,
      },
    });
    const house = makeFunction(this, { ground, entry: "pledges-follow" }, { timeout: followTimeout });
    mayUseTable(house, ground.data.table, "read", "write", "batch");
    consumeQueue(house, queue, 40);
    return queue;
  }

  private asking(ground: Foundation): void {
    const house = makeFunction(this, { ground, entry: "pledges-ask" }, { timeout: Duration.minutes(4) });
    mayUseTable(house, ground.data.table, "read", "write");
    runBySchedule(house, {
      expression: "rate(5 minutes)",
      impact: "Nobody is asked whether they kept their promise, or whether their signature holds.",
      alarms: ground.alarms,
    });
    new CfnOutput(Stack.of(this), "AskFunction", { value: house.lambda.functionName });
  }
}

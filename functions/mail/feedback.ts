import type { SQSEvent } from "aws-lambda";
import { openTable } from "../../shared/table/table.ts";
import { environment, personKey } from "../edge/environment.ts";
import { feedbackBatch } from "./feedback-batch.ts";
import { certificates } from "./notification.ts";

const env = environment("STAGE", "TABLE_NAME", "FEEDBACK_TOPIC_ARN");

const feedback = {
  table: openTable(env.TABLE_NAME),
  personKey: personKey(),
  door: {
    topicArn: env.FEEDBACK_TOPIC_ARN,
    certificate: env.STAGE === "local" ? undefined : certificates(),
  },
  clock: () => new Date(),
};

export const handler = ({ Records }: SQSEvent) => feedbackBatch(feedback, Records);

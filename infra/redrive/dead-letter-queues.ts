import { GetQueueAttributesCommand, paginateListQueues, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";

export interface DeadLetterQueue {
  url: string;
  /** As the template calls it, such as `MailBulkFailed`. */
  name: string;
  /** The queue of work whose dead letters lie here; undefined where a stream's batches or scheduled runs do. */
  source: string | undefined;
  /** Messages, as SQS guesses. */
  waiting: number;
}

interface Queue {
  url: string;
  arn: string;
  /** ARN of the queue behind it. */
  behind: string | undefined;
  waiting: number;
}

/** The dead-letter queues of a stack: those that have none behind themselves. */
export async function deadLetterQueues(client: SQSClient, stack: string): Promise<DeadLetterQueue[]> {
  const queues: Queue[] = [];
  const pages = paginateListQueues({ client, pageSize: 100 }, { QueueNamePrefix: `${stack}-` });
  for await (const { QueueUrls = [] } of pages)
    queues.push(...(await Promise.all(QueueUrls.map((url) => queueAt(client, url)))));
  return queues
    .filter(({ behind }) => behind === undefined)
    .map(({ url, arn, waiting }) => ({
      ...{ url, waiting, name: nameOf(arn, stack) },
      source: queues.find(({ behind }) => behind === arn)?.url,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const RedrivePolicy = z.object({ deadLetterTargetArn: z.string() });

async function queueAt(client: SQSClient, url: string): Promise<Queue> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ["QueueArn", "RedrivePolicy", "ApproximateNumberOfMessages"],
    }),
  );
  const policy = Attributes.RedrivePolicy;
  return {
    url,
    arn: Attributes.QueueArn ?? "",
    behind: policy ? RedrivePolicy.parse(JSON.parse(policy)).deadLetterTargetArn : undefined,
    waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
  };
}

/** CloudFormation puts the stack before a name, and a hash and a random part behind it. */
function nameOf(arn: string, stack: string): string {
  const physical = arn.split(":").at(-1) ?? arn;
  return physical
    .slice(stack.length + 1)
    .replace(/-[A-Za-z0-9]+$/, "")
    .replace(/[0-9A-F]{8}$/, "");
}

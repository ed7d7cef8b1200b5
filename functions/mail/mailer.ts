import { SESClient } from "@aws-sdk/client-ses";
import type { Context, SQSEvent } from "aws-lambda";
import { newsCache } from "../../shared/table/news-cache.ts";
import { scopeDetails } from "../../shared/table/scope.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { steadyClient } from "../../shared/table/steady-client.ts";
import { openTable } from "../../shared/table/table.ts";
import { environment, secret } from "../edge/environment.ts";
import { mailBatch } from "./mailer-batch.ts";

const env = environment(
  "TABLE_NAME",
  "LINK_SECRET_ID",
  "PUBLIC_ORIGIN",
  "SENDER_ADDRESS",
  "REPLY_ADDRESS",
  "CONFIGURATION_SET",
  "MAILER_WORKERS",
  "SEND_RATE",
);
const table = openTable(env.TABLE_NAME);
/** No retries by the SDK: SES has no idempotency key, so a second try would be a second mail. */
const client = steadyClient(SESClient, { maxAttempts: 1, requestHandler: { requestTimeout: 10_000 } });
const linkSecret = secret(env.LINK_SECRET_ID);

const mailer = {
  table,
  post: { client, sender: env.SENDER_ADDRESS, configurationSet: env.CONFIGURATION_SET },
  desk: {
    sender: env.SENDER_ADDRESS,
    replyTo: env.REPLY_ADDRESS,
    links: async () => ({ origin: env.PUBLIC_ORIGIN, secret: await linkSecret() }),
    news: newsCache(table),
    scope: scopeCache(table),
    fresh: (scope: Parameters<typeof scopeDetails>[1]) => scopeDetails(table, scope, { consistent: true }),
  },
  pace: { client, workers: env.MAILER_WORKERS, given: env.SEND_RATE },
  clock: () => new Date(),
};

/** What a call to SES and the recording of outcomes may take at most. Milliseconds. */
const reserve = 15_000;

export const handler = ({ Records }: SQSEvent, context: Context) =>
  mailBatch({ ...mailer, until: Date.now() + context.getRemainingTimeInMillis() - reserve }, Records);

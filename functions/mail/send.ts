import { type SESClient, SESServiceException, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { tagOfMail } from "../../shared/mail/owed.ts";

/**
 * What is known after handing a mail to SES. `not-now`: certainly not taken, a later try may succeed (`tooFast`: perhaps in
 * a second); `never`: certainly not taken and never will be; `unknown`: the answer was lost, it may be on its way.
 */
export type Sending =
  | { ended: "sent" }
  | { ended: "not-now"; code: string; tooFast: boolean }
  | { ended: "never"; code: string }
  | { ended: "unknown"; code: string };

export interface Post {
  client: SESClient;
  sender: string;
  configurationSet: string;
}

/** Sends one raw message. The client must not retry by itself: SES has no idempotency key. The tag carries the mail's key. */
export async function send(post: Post, mail: { key: string; to: string; raw: Buffer }): Promise<Sending> {
  try {
    await post.client.send(
      new SendRawEmailCommand({
        Source: post.sender,
        Destinations: [mail.to],
        RawMessage: { Data: mail.raw },
        ConfigurationSetName: post.configurationSet,
        Tags: [{ Name: "mail", Value: tagOfMail(mail.key) }],
      }),
    );
    return { ended: "sent" };
  } catch (error) {
    return whatHappened(error);
  }
}

/**
 * Refusals of this one message; every other refusal is of our rate, account or set-up, and passes. `MessageRejected` too:
 * it is what SES says while it does not know our domain yet, and nothing but its text tells that from other reasons.
 */
const final = new Set(["InvalidParameterValue", "ValidationError"]);

/** We send faster than our account may, by the second or by the day: SES has the same words for both. */
const rates = new Set([
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "LimitExceededException",
]);

/** Faults before a byte of the request was sent. */
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CredentialsProviderError"]);

function whatHappened(error: unknown): Sending {
  if (error instanceof SESServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    if (status >= 400 && status < 500 && final.has(error.name)) return { ended: "never", code: error.name };
    if (status >= 400 && status < 500)
      return { ended: "not-now", code: error.name, tooFast: rates.has(error.name) };
    return { ended: "unknown", code: error.name };
  }
  const code = codeOf(error);
  return neverSent.has(code) ? { ended: "not-now", code, tooFast: false } : { ended: "unknown", code };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import type { SQSRecord } from "aws-lambda";
import { tagOfMail } from "../../../shared/mail/owed.ts";

export const topicArn = "arn:aws:sns:us-east-1:111111111111:feedback";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const certificate = async () => publicKey.export({ type: "spki", format: "pem" }).toString();

/** How a mail is named in an event: by its tag, by its recipient, or both. */
export interface About {
  key?: string;
  to?: string;
}

const mailOf = ({ key, to = "someone@example.org" }: About) => ({
  ...{ messageId: randomUUID(), timestamp: "2026-11-24T10:00:00.000Z", destination: [to] },
  ...(key !== undefined && { tags: { mail: [tagOfMail(key)], "ses:source-ip": ["192.0.2.1"] } }),
});

/** Events in the form of a configuration set, or, for `older`, of an identity's notifications. */
export const sesSays = {
  plain: (eventType: string, about: About) => ({
    eventType,
    mail: mailOf(about),
    [eventType.toLowerCase()]: {},
  }),
  bounce: (about: About, bounce: Record<string, unknown> = {}) => ({
    eventType: "Bounce",
    mail: mailOf(about),
    bounce: {
      ...{ bounceType: "Permanent", bounceSubType: "General", feedbackId: randomUUID() },
      ...{
        timestamp: new Date().toISOString(),
        bouncedRecipients: [{ emailAddress: about.to ?? "someone@example.org" }],
      },
      ...bounce,
    },
  }),
  complaint: (about: About, complaint: Record<string, unknown> = {}) => ({
    eventType: "Complaint",
    mail: mailOf(about),
    complaint: { complainedRecipients: [{ emailAddress: about.to ?? "someone@example.org" }], ...complaint },
  }),
};

export function older({ eventType, ...event }: Record<string, unknown>) {
  return { notificationType: eventType, ...event };
}

/** The queue's record of a message that SNS signed; `changed` is done to it after it was signed. */
export function notified(event: unknown, changed: Record<string, string> = {}): SQSRecord {
  const notification: Record<string, string> = {
    Type: "Notification",
    MessageId: randomUUID(),
    TopicArn: topicArn,
    Message: typeof event === "string" ? event : JSON.stringify(event),
    Timestamp: new Date().toISOString(),
    SignatureVersion: "2",
    SigningCertURL: "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem",
  };
  const signed = ["Message", "MessageId", "Timestamp", "TopicArn", "Type"]
    .map((name) => `${name}\n${notification[name]}\n`)
    .join("");
  const Signature = createSign("RSA-SHA256").update(signed).sign(privateKey, "base64");
  return {
    messageId: randomUUID(),
    body: JSON.stringify({ ...notification, Signature, ...changed }),
  } as SQSRecord;
}

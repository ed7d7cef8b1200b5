import { createVerify } from "node:crypto";
import * as z from "zod";

/** What SNS puts a message into on its way to a queue. */
const Notification = z.object({
  Type: z.literal("Notification"),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().optional(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.string(),
  Signature: z.string(),
  SigningCertURL: z.url(),
});
type Notification = z.infer<typeof Notification>;

/** A message that did not come from our topic. It changes nothing and ends among the dead letters, where people look. */
export class ForgedNotification extends Error {
  constructor(why: "other-topic" | "certificate-elsewhere" | "signature") {
    super(why);
    this.name = "ForgedNotification";
  }
}

export interface Door {
  topicArn: string;
  /** The certificate (PEM) at a URL of SNS; undefined where nobody signs: the emulator does not. */
  certificate: ((url: string) => Promise<string>) | undefined;
}

/** Reads the message out of a notification of our own topic, its signature checked. */
export async function readNotification(body: string, { topicArn, certificate }: Door): Promise<string> {
  const notification = Notification.parse(JSON.parse(body));
  if (notification.TopicArn !== topicArn) throw new ForgedNotification("other-topic");
  if (certificate) await checkSignature(notification, certificate);
  return notification.Message;
}

const ownHost = /^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;
const algorithms: Record<string, string> = { "1": "RSA-SHA1", "2": "RSA-SHA256" };

async function checkSignature(notification: Notification, certificate: (url: string) => Promise<string>) {
  const url = new URL(notification.SigningCertURL);
  if (url.protocol !== "https:" || !ownHost.test(url.host) || !url.pathname.endsWith(".pem"))
    throw new ForgedNotification("certificate-elsewhere");
  const algorithm = algorithms[notification.SignatureVersion];
  if (!algorithm) throw new ForgedNotification("signature");
  const verify = createVerify(algorithm).update(signedText(notification));
  if (!verify.verify(await certificate(url.href), notification.Signature, "base64"))
    throw new ForgedNotification("signature");
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
function signedText(notification: Notification): string {
  const signed = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const;
  return signed
    .filter((name) => notification[name] !== undefined)
    .map((name) => `${name}\n${notification[name]}\n`)
    .join("");
}

/** Reads a certificate once for as long as the function lives; SNS changes its address when it changes. */
export function certificates(): (url: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (url) => {
    const kept = known.get(url);
    if (kept) return kept;
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`the certificate of SNS answers ${answer.status}`);
    const certificate = await answer.text();
    known.set(url, certificate);
    return certificate;
  };
}

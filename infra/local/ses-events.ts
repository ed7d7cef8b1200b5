import { setTimeout as sleep } from "node:timers/promises";
import PostalMime from "postal-mime";
import { tagHeader } from "../../shared/mail/tag-header.ts";
import type { CaughtMail } from "./mail-catcher.ts";
import type { LocalStack } from "./stack.ts";

/**
 * Plays the event destinations of the configuration set, which MiniStack keeps and does not serve: of each mail that was
 * caught, our topic is told what SES would tell. The addresses of SES's own simulator bounce and complain.
 */
export function tellEvents(
  { endpoint, mails }: Pick<LocalStack, "endpoint" | "mails">,
  topicArn: string,
): void {
  const waiting: string[] = [];
  let isTelling = false;
  const tell = async (): Promise<void> => {
    isTelling = true;
    // Some more may come in the meantime: one call takes ten.
    await sleep(100);
    while (waiting.length > 0) await publish(endpoint, topicArn, waiting.splice(0, eventsAtOnce));
    isTelling = false;
  };
  mails.onCaught(async (mail) => {
    waiting.push(...(await eventsOf(mail)).map((event) => JSON.stringify(event)));
    if (!isTelling) await tell().catch((cause) => console.error("SES's events could not be told:", cause));
  });
}

const simulator = "simulator.amazonses.com";

/** What SES's simulator does with mails to its addresses: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html */
const simulated: Record<string, string[]> = {
  bounce: ["Send", "Bounce"],
  suppressionlist: ["Send", "Bounce"],
  complaint: ["Send", "Delivery", "Complaint"],
};

/** What SES tells of a mail, in order, in the form of a configuration set's events. */
export async function eventsOf({ id, to, at, raw }: CaughtMail): Promise<Record<string, unknown>[]> {
  const { headers } = await PostalMime.parse(raw);
  const tag = headers.find(({ key }) => key === tagHeader.toLowerCase())?.value;
  const mail = { timestamp: at, messageId: id, destination: to, ...(tag && { tags: { mail: [tag] } }) };
  return to.flatMap((address) => {
    const [local = "", domain] = address.toLowerCase().split("@");
    const name = local.split("+")[0] ?? "";
    const told = (domain === simulator && simulated[name]) || ["Send", "Delivery"];
    return told.map((eventType) => ({ eventType, mail, ...detailOf(eventType, { address, at, id, name }) }));
  });
}

function detailOf(
  eventType: string,
  { address, at, id, name }: { address: string; at: string; id: string; name: string },
): Record<string, unknown> {
  const recipients = [{ emailAddress: address }];
  if (eventType === "Bounce") {
    const bounceSubType = name === "suppressionlist" ? "OnAccountSuppressionList" : "General";
    const bounce = { bounceType: "Permanent", bounceSubType, bouncedRecipients: recipients };
    return { bounce: { ...bounce, timestamp: at, feedbackId: id } };
  }
  if (eventType === "Complaint")
    return { complaint: { complainedRecipients: recipients, complaintFeedbackType: "abuse", timestamp: at } };
  return { [eventType.toLowerCase()]: {} };
}

const eventsAtOnce = 10;

async function publish(endpoint: string, topicArn: string, messages: readonly string[]): Promise<void> {
  const asked = new URLSearchParams({ Action: "PublishBatch", Version: "2010-03-31", TopicArn: topicArn });
  for (const [i, message] of messages.entries()) {
    asked.set(`PublishBatchRequestEntries.member.${i + 1}.Id`, String(i));
    asked.set(`PublishBatchRequestEntries.member.${i + 1}.Message`, message);
  }
  const answer = await fetch(endpoint, { method: "POST", body: asked });
  if (!answer.ok) throw new Error(`SNS answers ${answer.status}: ${await answer.text()}`);
}

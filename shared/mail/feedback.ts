import type { SesEvent } from "../contracts/ses-event.ts";

/** Ends of a mail that SES tells of, in the order in which one overrules another. */
export type ToldState = "sent" | "refused" | "delivered" | "bounced" | "complained";

/** What an event means to us. `soft` names one bounce that may pass; `recipients` are addresses, to be hashed at once. */
export interface Verdict {
  state: ToldState;
  outcome?: string;
  undeliverable?: "bounce" | "complaint";
  soft?: { at: string; id: string };
  recipients: string[];
}

const plainStates: Record<string, ToldState> = {
  Send: "sent",
  Delivery: "delivered",
  Reject: "refused",
  "Rendering Failure": "refused",
};

/** Bounces for what the mail was like; they say nothing of the mailbox. */
const ofTheMail = new Set(["MessageTooLarge", "ContentRejected", "AttachmentRejected"]);

/** Undefined where an event changes nothing: a delay, or somebody who says that a mail is no spam. */
export function verdictOn(event: SesEvent): Verdict | undefined {
  if (event.type === "Complaint") return complained(event);
  if (event.type === "Bounce") return bounced(event);
  const state = plainStates[event.told];
  return state && { state, outcome: event.told, recipients: event.mail.destination };
}

function complained({ complaint, mail }: Extract<SesEvent, { type: "Complaint" }>): Verdict | undefined {
  if (complaint.complaintFeedbackType === "not-spam") return undefined;
  const recipients = addresses(complaint.complainedRecipients, mail.destination);
  return { state: "complained", outcome: "Complaint", undeliverable: "complaint", recipients };
}

function bounced({ bounce, mail }: Extract<SesEvent, { type: "Bounce" }>): Verdict {
  const { bounceType, bounceSubType, timestamp, feedbackId } = bounce;
  const recipients = addresses(bounce.bouncedRecipients, mail.destination);
  const outcome = `${bounceType} ${bounceSubType}`;
  if (bounceType === "Permanent") return { state: "bounced", outcome, undeliverable: "bounce", recipients };
  if (ofTheMail.has(bounceSubType)) return { state: "bounced", outcome, recipients };
  return { state: "bounced", outcome, soft: { at: timestamp, id: feedbackId }, recipients };
}

/** A mail of ours has one recipient, so that whom it was sent to serves where nobody is named. */
function addresses(named: readonly { emailAddress: string }[], sentTo: string[]): string[] {
  return named.length > 0 ? named.map(({ emailAddress }) => emailAddress) : sentTo;
}

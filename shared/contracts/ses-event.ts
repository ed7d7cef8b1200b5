import * as z from "zod";

/** What became of a mail, in one form for both that SES tells it in: `eventType` (configuration set), `notificationType`. */
const Recipient = z.object({ emailAddress: z.string() });

const Mail = z.object({
  messageId: z.string(),
  destination: z.array(z.string()).default([]),
  /** Only a configuration set's events carry the tags that a mail was sent with. */
  tags: z.record(z.string(), z.array(z.string())).default({}),
  /** An identity's notifications carry them where it is set so. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

const Bounce = z.object({
  bounceType: z.string(),
  bounceSubType: z.string(),
  bouncedRecipients: z.array(Recipient).default([]),
  timestamp: z.string(),
  feedbackId: z.string(),
});

const Complaint = z.object({
  complainedRecipients: z.array(Recipient).default([]),
  complaintFeedbackType: z.string().nullish(),
});

/** Kinds that we do not act on are read too: SES adds some, and a mail of another sender may share the topic. */
const Told = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Bounce"), mail: Mail, bounce: Bounce }),
  z.object({ type: z.literal("Complaint"), mail: Mail, complaint: Complaint }),
  z.object({ type: z.literal("Other"), told: z.string(), mail: Mail }),
]);

export const SesEvent = z.preprocess((value) => {
  if (typeof value !== "object" || value === null) return value;
  const { eventType, notificationType, ...rest } = value as Record<string, unknown>;
  const told = eventType ?? notificationType;
  return told === "Bounce" || told === "Complaint"
    ? { ...rest, type: told }
    : { ...rest, type: "Other", told };
}, Told);
export type SesEvent = z.infer<typeof SesEvent>;

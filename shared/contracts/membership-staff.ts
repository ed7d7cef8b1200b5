import * as z from "zod";
import { memberKinds, memberStates } from "../domain/member-states.ts";
import { decisions, LastDecision, Proof } from "../table/member.ts";
import { country, line } from "./fields.ts";
import { cursor, words } from "./list-query.ts";
import { text } from "./membership.ts";
import { PictureAnswer } from "./picture.ts";

/** A reviewer's decision. `version` is the one that they looked at: with it, nobody decides on what has changed since. */
export const DecisionRequest = z
  .object({
    decision: z.enum(decisions),
    reason: line(200).optional().meta({ description: "A word of the list, or a sentence of one's own." }),
    text: text(4000).optional().meta({ description: "Mailed to the applicant with the reason." }),
    version: z.number().int().optional(),
  })
  .superRefine(({ decision, reason, text: said }, context) => {
    if (decision !== "approved" && reason === undefined)
      context.addIssue({ code: "custom", path: ["reason"], message: "required" });
    if (decision === "question" && !said)
      context.addIssue({ code: "custom", path: ["text"], message: "required" });
  });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

export const DecisionAnswer = z.object({
  id: z.string(),
  state: z.enum(memberStates),
  version: z.number().int(),
  decision: LastDecision.nullable(),
});

/** What a look for an applicant's proof has found. */
export const ProofAnswer = z.object({
  found: z.enum(["dns", "file"]).nullable(),
  strength: z.enum(["strong", "weak"]),
  version: z.number().int(),
});

export const QueueQuery = z.object({
  state: z.enum(memberStates).default("submitted"),
  kind: z.enum(memberKinds).optional(),
  country: country.optional(),
  strength: z.enum(["strong", "weak"]).optional(),
  name: words("the name"),
  cursor,
});

/** An application as the queue shows it. */
export const QueueItem = z.object({
  id: z.string(),
  what: z.enum(["application", "contact", "change"]),
  of: z.string().nullable(),
  name: z.string(),
  kind: z.enum(memberKinds),
  country: z.string(),
  website: z.string().nullable(),
  strength: z.enum(["strong", "weak"]),
  state: z.enum(memberStates),
  version: z.number().int(),
  submittedAt: z.string().nullable(),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const Queue = z.object({ items: z.array(QueueItem), next: z.string().nullable() });

/** All that a reviewer needs on one page. The contacts' personal data is for them alone. */
export const ApplicationFile = QueueItem.extend({
  why: z.string().nullable(),
  domain: z.string().nullable(),
  locale: z.string(),
  principles: z.string(),
  consent: z.record(z.string(), z.unknown()),
  proofs: z.array(Proof),
  proofPlaces: z.object({ record: z.string(), file: z.string(), value: z.string() }).nullable().meta({
    description: "Where the applicant can show that they speak for it; null where nothing is to be shown.",
  }),
  logo: PictureAnswer.nullable().meta({ description: "As it would be shown, agreed to or not." }),
  question: z.object({ reason: z.string(), text: z.string(), at: z.string() }).nullable(),
  answer: z.object({ text: z.string(), at: z.string() }).nullable(),
  decision: LastDecision.nullable(),
  contacts: z.array(
    z.object({
      email: z.string(),
      name: z.string().nullable(),
      role: z.string().nullable(),
      state: z.string(),
    }),
  ),
  history: z.array(
    z.object({
      at: z.string(),
      who: z.string(),
      act: z.string(),
      reason: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  member: QueueItem.nullable().meta({ description: "The member that a request is about." }),
  near: z.array(QueueItem.extend({ by: z.enum(["domain", "name"]), likeness: z.number() })),
});

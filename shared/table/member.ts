import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { memberKinds, memberStates } from "../domain/member-states.ts";
import { memberKey } from "./keys.ts";
import { Picture } from "./picture.ts";
import { plain, stored, type Table } from "./table.ts";

/** What was agreed to: that the entry is listed, under which text, and the principles' version beside it. */
const ListingConsent = z.object({
  listed: z.boolean(),
  logo: z.boolean().optional(),
  text: z.string(),
  locale: z.string(),
  at: z.string(),
});

/** How somebody showed that they speak for the organization. */
export const Proof = z.object({ by: z.enum(["address", "dns", "file"]), at: z.string() });

export const decisions = ["approved", "declined", "question", "reversed"] as const;
export type Decision = (typeof decisions)[number];

/** What the staff last said of it. `who` is the user pool's id. */
export const LastDecision = z.object({
  decision: z.enum(decisions),
  reason: z.string(),
  text: z.string().optional(),
  at: z.string(),
  who: z.string(),
});

/**
 * A member, or an application to be one. Another contact's application for a member that there is already, and a
 * member's wish for another name or website, are applications too: `what` tells which, `of` names the member. No personal
 * data but an expert's own public name; contacts are named by their hash.
 */
export const Member = z.object({
  pk: z.string(),
  sk: z.literal("PROFILE"),
  entity: z.literal("member"),
  id: z.string(),
  what: z.enum(["application", "contact", "change"]),
  of: z.string().optional(),
  kind: z.enum(memberKinds),
  name: z.string(),
  website: z.string().optional(),
  domain: z.string().optional(),
  country: z.string(),
  why: z.string().optional(),
  principles: z.string(),
  consent: ListingConsent,
  contacts: z.array(z.string()),
  /** Asked by a contact or by the staff to speak for the member, and not yet confirmed. */
  invited: z.array(z.string()).default([]),
  strength: z.enum(["strong", "weak"]),
  proofs: z.array(Proof),
  /** How often was looked for a proof on a day. */
  looked: z.object({ on: z.string(), looks: z.number().int() }).optional(),
  state: z.enum(memberStates),
  version: z.number().int(),
  locale: z.string(),
  source: z.string().optional(),
  expectedDays: z.number().optional(),
  question: z.object({ reason: z.string(), text: z.string(), at: z.string() }).optional(),
  answer: z.object({ text: z.string(), at: z.string() }).optional(),
  decision: LastDecision.optional(),
  logo: Picture.optional(),
  asks: z.number().int(),
  asksToday: z.number().int(),
  askedOn: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  submittedAt: z.string().optional(),
  decidedAt: z.string().optional(),
  /** The day of joining, not the time. */
  joined: z.iso.date().optional(),
  leftAt: z.string().optional(),
  expiresAt: z.number().optional(),
  listPk: z.string().optional(),
  listSk: z.string().optional(),
});
export type Member = z.infer<typeof Member>;

export function readMember(item: Record<string, unknown>): Member {
  return Member.parse(item);
}

/** Half a read unit for each 4 KB, read consistently: one. */
export async function memberOf({ client, name: TableName }: Table, id: string): Promise<Member | undefined> {
  const Key = stored({ ...memberKey(id) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item && readMember(plain(Item));
}

import { createHash } from "node:crypto";
import type { AttributeValue, BatchStatementRequest } from "@aws-sdk/client-dynamodb";
import { BatchExecuteStatementCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { itemsAt } from "./items-at.ts";
import { listKey, mailKey, sentKey } from "./keys.ts";
import type { Table } from "./table.ts";

/**
 * What became of a mail. `claimed`: somebody is sending it, or has sent it with others (`Sent`); `unknown`: it was handed to
 * SES but the answer was lost; `again`: it gets its one more try; the rest are ends.
 */
export const mailStates = [
  "claimed",
  "sent",
  "unknown",
  "again",
  "refused",
  "delivered",
  "bounced",
  "complained",
] as const;
export type MailState = (typeof mailStates)[number];

export const Mail = z.object({
  pk: z.string(),
  sk: z.literal("MAIL"),
  entity: z.literal("mail"),
  kind: z.string(),
  state: z.enum(mailStates),
  /** Who claimed it: tells a lost answer to our own claim from somebody else's. */
  claim: z.string(),
  claimedAt: z.string(),
  /** Absent on the first try. */
  again: z.boolean().optional(),
  outcome: z.string().optional(),
  /** The owed mail itself, kept only while its outcome is unknown, for the sweep. */
  owed: z.string().optional(),
  expiresAt: z.number(),
});
export type Mail = z.infer<typeof Mail>;

/**
 * The mails that were sent of those claimed together: one write for all of them. Each is named by the beginning of its key's
 * hash, since ten keys would be longer than a write unit.
 */
const Sent = z.object({
  pk: z.string(),
  sk: z.literal("SENT"),
  entity: z.literal("sent"),
  mails: z.array(z.string()),
  expiresAt: z.number(),
});

/** Longer than a stream (one day) and a queue with its dead letters (14 days each) can bring a mail up again. */
const keptDays = 40;

/** PartiQL takes 25 statements a call. */
const statementsAtOnce = 25;

export interface Claim {
  key: string;
  kind: string;
}

/**
 * Which of the asked claims are ours now, and the mails that stand in the way of others. A claim that failed for another
 * reason (throttled, say) is in neither: it is to be tried again later.
 */
export interface Claimed {
  ours: Set<string>;
  others: Map<string, Mail>;
}

/**
 * Claims mails by conditional inserts, in one call for up to 25 (one write unit each; PartiQL's INSERT fails where the
 * item exists). One whose answer was lost is recognized by `claim` and is ours.
 */
export async function claimMails(
  table: Table,
  claims: readonly Claim[],
  { claim, now }: { claim: string; now: Date },
): Promise<Claimed> {
  const expiresAt = keptUntil(now);
  const results = await runEach(
    table,
    claims.map(({ key, kind }) => ({
      Statement: `INSERT INTO "${table.name}" VALUE {'pk': ?, 'sk': ?, 'entity': ?, 'kind': ?, 'state': ?, 'claim': ?, 'claimedAt': ?, 'expiresAt': ?}`,
      Parameters: values(
        mailKey(key).pk,
        "MAIL",
        "mail",
        kind,
        "claimed",
        claim,
        now.toISOString(),
        expiresAt,
      ),
    })),
  );
  const ended = (result: string) => claims.filter((_, i) => results[i] === result).map(({ key }) => key);
  const ours = new Set(ended(done));
  const standing = await mailsAt(table, ended("DuplicateItem"), { consistently: true });
  for (const [key, mail] of standing) {
    if (mail.claim !== claim) continue;
    ours.add(key);
    standing.delete(key);
  }
  return { ours, others: await withSent(table, standing, { consistently: true }) };
}

/** Claims a mail that waits for its one more try; false where it does not wait any more. */
export async function claimAgain(
  table: Table,
  key: string,
  { claim, now }: { claim: string; now: Date },
): Promise<boolean> {
  const [result] = await runEach(table, [
    {
      Statement: `UPDATE "${table.name}" SET "state"='claimed' SET "claim"=? SET "claimedAt"=? WHERE pk=? AND sk='MAIL' AND "state"='again'`,
      Parameters: values(claim, now.toISOString(), mailKey(key).pk),
    },
  ]);
  return result === done;
}

export type Outcome =
  /** `again`: on its one more try. */
  | { key: string; state: "sent"; again: boolean }
  | { key: string; state: "refused"; outcome: string }
  | { key: string; state: "unknown"; owed: string; since: string }
  /** Certainly not sent: free for another claim, or, on its one more try, waiting for it again. */
  | { key: string; state: "released"; again: boolean };

const settlingAttempts = 5;

/**
 * Records what became of mails that were claimed together, in one call for up to 25: those that were sent in one write, each of
 * the others in one of its own. What SES reported meanwhile is not overwritten. It is tried hard: a sent mail that is
 * not recorded as sent would be sent again.
 */
export async function settleMails(
  table: Table,
  outcomes: readonly Outcome[],
  { claim, now }: { claim: string; now: Date },
): Promise<void> {
  const firsts = outcomes.filter((outcome) => outcome.state === "sent" && !outcome.again);
  const together = new Set(firsts.length > 1 ? firsts : []);
  const single = outcomes.filter((outcome) => !together.has(outcome));
  let left = single.map((outcome) => settlement(table.name, outcome));
  if (together.size > 0) left.push(sentTogether(table.name, firsts, { claim, now }));
  for (let attempt = 0; attempt < settlingAttempts && left.length > 0; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 4 ** attempt * Math.random()));
    const results = await runEach(table, left);
    left = left.filter((_, i) => !settled.has(results[i] ?? ""));
  }
  if (left.length > 0) throw new OutcomesNotRecorded(left.length);
}

export class OutcomesNotRecorded extends Error {
  constructor(writes: number) {
    super(`${writes} writes of what became of mails failed`);
    this.name = "OutcomesNotRecorded";
  }
}

function sentTogether(
  table: string,
  mails: readonly { key: string }[],
  { claim, now }: { claim: string; now: Date },
): BatchStatementRequest {
  const { pk, sk } = sentKey(claim);
  return {
    Statement: `INSERT INTO "${table}" VALUE {'pk': ?, 'sk': ?, 'entity': ?, 'mails': ?, 'expiresAt': ?}`,
    Parameters: [
      ...values(pk, sk, "sent"),
      { L: values(...mails.map(({ key }) => shortOf(key))) },
      ...values(keptUntil(now)),
    ],
  };
}

function settlement(table: string, outcome: Outcome): BatchStatementRequest {
  const where = `WHERE pk=? AND sk='MAIL' AND "state"='claimed'`;
  const { pk } = mailKey(outcome.key);
  switch (outcome.state) {
    case "sent":
      return { Statement: `UPDATE "${table}" SET "state"='sent' ${where}`, Parameters: values(pk) };
    case "refused":
      return {
        Statement: `UPDATE "${table}" SET "state"='refused' SET "outcome"=? ${where}`,
        Parameters: values(outcome.outcome, pk),
      };
    case "unknown":
      return {
        Statement: `UPDATE "${table}" SET "state"='unknown' SET "owed"=? SET "listPk"=? SET "listSk"=? ${where}`,
        Parameters: values(outcome.owed, unknownList(pk), `${outcome.since}#${outcome.key}`, pk),
      };
    case "released":
      return outcome.again
        ? { Statement: `UPDATE "${table}" SET "state"='again' ${where}`, Parameters: values(pk) }
        : { Statement: `DELETE FROM "${table}" ${where}`, Parameters: values(pk) };
  }
}

/** Mails of unknown outcome are few; four buckets keep even a bad hour off one key. */
export const unknownBuckets = 4;

function unknownList(pk: string): string {
  return listKey("mails.unknown", (pk.codePointAt("MAIL#".length) ?? 0) % unknownBuckets);
}

/**
 * Mails by key, as they stand; up to 100. Not consistently, since a wrong guess only costs a condition that fails. Half a
 * read unit each, and one for each worker that sent some of them.
 */
export async function mailsByKey(table: Table, keys: readonly string[]): Promise<Map<string, Mail>> {
  return withSent(table, await mailsAt(table, keys));
}

async function mailsAt(
  table: Table,
  keys: readonly string[],
  how: { consistently?: boolean } = {},
): Promise<Map<string, Mail>> {
  const items = await itemsAt(table, keys.map(mailKey), how);
  const mails = items.map((item) => Mail.parse(item));
  return new Map(mails.map((mail) => [mail.pk.slice("MAIL#".length), mail]));
}

/** The same mails; those that stand as claimed and were sent with others are `sent`. */
async function withSent(
  table: Table,
  mails: ReadonlyMap<string, Mail>,
  how: { consistently?: boolean } = {},
): Promise<Map<string, Mail>> {
  const claims = [...mails.values()].filter(({ state }) => state === "claimed").map(({ claim }) => claim);
  const items = await itemsAt(table, claims.map(sentKey), how);
  const sent = new Map(items.map((item) => Sent.parse(item)).map(({ pk, mails }) => [pk, new Set(mails)]));
  return new Map(
    [...mails].map(([key, mail]) => {
      const isSent = mail.state === "claimed" && sent.get(sentKey(mail.claim).pk)?.has(shortOf(key));
      return [key, isSent ? { ...mail, state: "sent" } : mail];
    }),
  );
}

/** Tells a mail from those that were claimed with it. */
function shortOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 12);
}

function keptUntil(now: Date): number {
  return Math.floor(now.getTime() / 1000) + keptDays * 86_400;
}

const done = "done";
/** It took effect, now or at an earlier try, or SES has told more. */
const settled = new Set([done, "DuplicateItem", "ConditionalCheckFailed"]);

/** Runs statements; for each, `done` where it took effect, else DynamoDB's code for why it did not. */
async function runEach({ client }: Table, statements: readonly BatchStatementRequest[]): Promise<string[]> {
  const results: string[] = [];
  for (let start = 0; start < statements.length; start += statementsAtOnce) {
    const Statements = statements.slice(start, start + statementsAtOnce);
    const { Responses = [] } = await client.send(new BatchExecuteStatementCommand({ Statements }));
    results.push(...Responses.map(({ Error: failure }) => (failure ? (failure.Code ?? "unknown") : done)));
  }
  return results;
}

function values(...plainValues: (string | number)[]): AttributeValue[] {
  return plainValues.map((value) => (typeof value === "number" ? { N: String(value) } : { S: value }));
}

import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { MemberState } from "../domain/member-states.ts";
import { sortName } from "../domain/organization-name.ts";
import { listKey } from "./keys.ts";
import { type Member, readMember } from "./member.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** 2,000 applications a second would make 500 writes a second on each key of the index. */
const memberBuckets = 4;

const listed: ReadonlySet<MemberState> = new Set(["submitted", "questioned", "approved", "declined"]);

function listOf(state: MemberState): string {
  return `members.${state}`;
}

/**
 * Where a member stands in the lists: approved ones by name, those that somebody has to look at by time. Unverified
 * applications and those who left stand in none; nor do requests that are settled.
 */
export function memberPlace(member: Pick<Member, "id" | "what" | "state" | "name" | "changedAt">) {
  const { id, what, state, name, changedAt } = member;
  if (!listed.has(state) || (what !== "application" && state === "approved")) return {};
  const bucket = Number.parseInt(id.slice(0, 2), 16) % memberBuckets;
  const order = state === "approved" ? sortName(name) : changedAt;
  return { listPk: listKey(listOf(state), bucket), listSk: `${order}#${id}` };
}

/** The same member with its place in the lists anew. */
export function placed({ listPk: _p, listSk: _s, ...member }: Member): Member {
  return { ...member, ...memberPlace(member) };
}

export interface MembersAsked {
  state: MemberState;
  /** The last one's `listSk` of the page before. */
  after?: string | undefined;
  /** Only those whose `listSk` begins so. */
  prefix?: string | undefined;
  limit: number;
  wanted?: (member: Member) => boolean;
}

export interface MembersPage {
  items: Member[];
  /** `after` of the next page; undefined at the end. */
  next: string | undefined;
}

/** A filter that matches little is not followed for ever: then the page is short and names where to go on. */
const mostRounds = 20;

/**
 * A page of members in a state, in the list's order over all its buckets. Each round reads `limit` items of each bucket:
 * half a read unit for each 4 KB of them.
 */
export async function membersPage(table: Table, asked: MembersAsked): Promise<MembersPage> {
  const items: Member[] = [];
  let { after } = asked;
  for (let round = 0; round < mostRounds; round++) {
    const { found, frontier } = await readRound(table, { ...asked, after });
    const { taken, seen } = take(found, asked, asked.limit - items.length);
    items.push(...taken);
    const more = seen < found.length || frontier !== undefined;
    after = seen < found.length ? found[seen - 1]?.listSk : frontier;
    if (!more || items.length === asked.limit) return { items, next: more ? after : undefined };
  }
  return { items, next: after };
}

/** The wanted ones until there is no more room, and how many of `found` were looked at for them. */
function take(found: readonly Member[], { wanted }: MembersAsked, room: number) {
  const taken: Member[] = [];
  let seen = 0;
  for (const member of found) {
    if (taken.length === room) break;
    seen++;
    if (wanted?.(member) !== false) taken.push(member);
  }
  return { taken, seen };
}

/** Every member in a state, one page after another. For the staff and for files, not for a request of the public's. */
export async function allMembers(
  table: Table,
  state: MemberState,
  wanted?: (member: Member) => boolean,
): Promise<Member[]> {
  const all: Member[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await membersPage(table, { state, after, limit: 200, ...(wanted && { wanted }) });
    all.push(...items);
    after = next;
  } while (after !== undefined);
  return all;
}

/** What all buckets together hold up to `frontier`, beyond which one of them has more; undefined where none has. */
async function readRound(
  table: Table,
  asked: MembersAsked,
): Promise<{ found: Member[]; frontier: string | undefined }> {
  const buckets = await Promise.all(
    Array.from({ length: memberBuckets }, (_, bucket) => readBucket(table, asked, bucket)),
  );
  const ends = buckets.filter(({ more }) => more).map(({ items }) => items.at(-1)?.listSk ?? "");
  const frontier = ends.sort(byText)[0];
  const found = buckets
    .flatMap(({ items }) => items)
    .filter(({ listSk = "" }) => frontier === undefined || byText(listSk, frontier) <= 0)
    .sort((a, b) => byText(a.listSk ?? "", b.listSk ?? ""));
  return { found, frontier };
}

async function readBucket(
  { client, name: TableName }: Table,
  { state, after, prefix, limit }: MembersAsked,
  bucket: number,
): Promise<{ items: Member[]; more: boolean }> {
  const range = rangeOf(after, prefix);
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: listsIndex,
      KeyConditionExpression: `listPk = :list${range.condition}`,
      ExpressionAttributeValues: stored({ ":list": listKey(listOf(state), bucket), ...range.values }),
      Limit: limit,
    }),
  );
  const items = Items.map((item) => readMember(plain(item)));
  return { items, more: LastEvaluatedKey !== undefined && items.length > 0 };
}

function rangeOf(after: string | undefined, prefix: string | undefined) {
  if (prefix && after)
    return {
      condition: " AND listSk BETWEEN :after AND :last",
      values: { ":after": `${after}\u0000`, ":last": `${prefix}\u{10ffff}` },
    };
  if (prefix) return { condition: " AND begins_with(listSk, :prefix)", values: { ":prefix": prefix } };
  if (after) return { condition: " AND listSk > :after", values: { ":after": after } };
  return { condition: "", values: {} };
}

/** As DynamoDB orders keys: by their UTF-8 bytes. */
function byText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

import { QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { AuditEntry } from "./audit.ts";
import { auditKey, auditPlace } from "./keys.ts";
import { listsIndex, plain, stored, type Table } from "./table.ts";

/** Which acts are wanted. `from` and `to` are days (UTC), both included; `act` is how the act's word begins. */
export interface ActsWanted {
  subject?: string | undefined;
  who?: string | undefined;
  act?: string | undefined;
  from: string;
  to: string;
}

/** So many are looked at for one page; where few of them fit, the page ends where it got to. */
const atOnce = 250;
const mostReads = 8;

/**
 * A page of what staff did, newest first: to one subject, or to anything in a time. `after` is what the page before gave
 * as `next`. A page can be short, or empty, and not be the last: only one without `next` is.
 */
export async function actsPage(
  table: Table,
  wanted: ActsWanted,
  { after, limit = 50 }: { after?: string | undefined; limit?: number } = {},
): Promise<{ items: AuditEntry[]; next: string | undefined }> {
  const items: AuditEntry[] = [];
  let place = after ?? `${wanted.to}T~`;
  for (let reads = 0; reads < mostReads; reads++) {
    const { found, end } = await readBefore(table, wanted, place);
    const room = limit - items.length;
    items.push(...found.slice(0, room));
    if (found.length >= room && (found.length > room || end !== undefined))
      return { items, next: items.at(-1)?.sk };
    const month = end ?? monthBefore(place);
    if (month < wanted.from || (end === undefined && wanted.subject !== undefined))
      return { items, next: undefined };
    place = month;
  }
  return { items, next: place };
}

/** One read of those before a place, down to `from`; `end` is where it stopped before it was through. */
async function readBefore(
  { client, name: TableName }: Table,
  wanted: ActsWanted,
  place: string,
): Promise<{ found: AuditEntry[]; end: string | undefined }> {
  const { filter, values } = filterOf(wanted);
  const [key, partition]: [string[], Partial<QueryCommandInput>] =
    wanted.subject === undefined
      ? [["listPk", "listSk", auditPlace(place, "").listPk], { IndexName: listsIndex }]
      : [["pk", "sk", auditKey(wanted.subject, "", "").pk], {}];
  const [pk, sk, of] = key;
  if (place <= wanted.from) return { found: [], end: undefined };
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      ...partition,
      KeyConditionExpression: `${pk} = :of AND ${sk} BETWEEN :from AND :before`,
      ...(filter && { FilterExpression: filter }),
      ExpressionAttributeValues: stored({
        ":of": of,
        ":from": wanted.from,
        ":before": before(place),
        ...values,
      }),
      ScanIndexForward: false,
      Limit: atOnce,
    }),
  );
  const found = Items.map((item) => AuditEntry.parse(plain(item)));
  return { found, end: LastEvaluatedKey && String(plain(LastEvaluatedKey).sk) };
}

function filterOf({ who, act }: ActsWanted) {
  const parts = [who && "who = :who", act && "begins_with(act, :act)"].filter(Boolean);
  return { filter: parts.join(" AND "), values: { ":who": who, ":act": act } };
}

/** What sorts just before a place: `BETWEEN` takes its ends in. A NUL would do, but no key may hold one. */
function before(place: string): string {
  const last = place.charCodeAt(place.length - 1);
  return `${place.slice(0, -1)}${String.fromCharCode(last - 1)}~`;
}

/** Behind everything of the month before that of a place: `2026-12-…` gives `2026-11-~`. */
function monthBefore(place: string): string {
  const month = new Date(`${place.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 1);
  return `${month.toISOString().slice(0, 7)}-~`;
}

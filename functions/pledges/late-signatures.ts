import { counts } from "../../shared/domain/participation-states.ts";
import { typedFor } from "../../shared/table/card.ts";
import { ledgersOf } from "../../shared/table/ledger.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Statement } from "../../shared/table/scope.ts";
import { type ListPlace, signaturesIn } from "../../shared/table/signature-lists.ts";
import { listEnd } from "../../shared/table/signature-place.ts";
import type { Table } from "../../shared/table/table.ts";

/** The stream gives a record up after six hours: what was confirmed before that is counted and shown, or never will be. */
const lookedBackMs = 12 * 3_600_000;
const pageSize = 100;

/**
 * Whether a signature from the hours before the closing is not counted yet, or does not stand in the public list yet as
 * its signatory wants it: the stream is behind. `shown` are the ids of the cards that do. Half a read unit for each 4 KB
 * of those signatures.
 */
export async function someAreLate(
  table: Table,
  { scope, closesAt }: Pick<Statement, "scope" | "closesAt">,
  shown: ReadonlySet<string>,
): Promise<boolean> {
  const since = new Date(Date.parse(closesAt ?? "") - lookedBackMs).toISOString();
  let place: ListPlace | undefined = { bucket: 0, after: since };
  while (place) {
    const page: Awaited<ReturnType<typeof signaturesIn>> = await signaturesIn(table, scope, {
      ...place,
      until: listEnd,
      limit: pageSize,
    });
    const standing = page.signatures.filter(({ state }) => counts(state));
    if (await someUncounted(table, standing)) return true;
    for (const signature of standing) if (await isUnplaced(table, signature, shown)) return true;
    const { next } = page;
    place = next && { ...next, after: next.after ?? since };
  }
  return false;
}

async function someUncounted(table: Table, signatures: readonly Participation[]): Promise<boolean> {
  if (signatures.length === 0) return false;
  const owners = signatures.map(({ pk }) => pk);
  const { read } = await ledgersOf(table, owners);
  return signatures.some(({ pk, scope }) => !read.get(pk)?.entries[scope]?.scopes.includes(scope));
}

/** Its card is there and in no list. One that has gone was forgotten with its person, and comes no more. */
async function isUnplaced(
  table: Table,
  { person, scope, signature }: Participation,
  shown: ReadonlySet<string>,
): Promise<boolean> {
  const id = signature?.card;
  if (id === undefined || signature?.display === "hidden" || shown.has(id)) return false;
  const { cards } = await typedFor(table, person, scope);
  return cards.some((card) => card.id === id && card.listPk === undefined);
}

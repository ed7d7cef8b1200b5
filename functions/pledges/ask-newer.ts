import { askAboutNewer } from "../../shared/table/follow-signature.ts";
import type { Signable } from "../../shared/table/scope.ts";
import { type ListPlace, signaturesIn } from "../../shared/table/signature-lists.ts";
import { listEnd } from "../../shared/table/signature-place.ts";
import { noteSweep, sweepOf } from "../../shared/table/sweep-place.ts";
import type { Table } from "../../shared/table/table.ts";
import { currentVersion } from "../../shared/table/text.ts";
import type { Allowance } from "./ask-kept.ts";

const pageSize = 100;

/**
 * Asks the signatories of older versions whether their signature holds for the one in force. Each run goes on where the
 * last one ended, until all have been looked at once; who confirms an old version later is asked as they do
 * (`follow-signature.ts`). Answers with how many were asked.
 */
export async function askNewer(table: Table, item: Signable, allowance: Allowance): Promise<number> {
  const version = currentVersion(item);
  if (version < 2) return 0;
  const sweep = `newer.${version}`;
  let place: ListPlace | undefined = await sweepOf(table, item.scope, sweep);
  let asked = 0;
  while (place && allowance.left > 0) {
    const page: Awaited<ReturnType<typeof signaturesIn>> = await signaturesIn(table, item.scope, {
      ...place,
      until: listEnd,
      limit: Math.min(pageSize, allowance.left),
    });
    for (const signature of page.signatures) if (await askAboutNewer(table, signature, version)) asked += 1;
    allowance.left -= page.signatures.length;
    place = page.next;
    await noteSweep(table, { scope: item.scope, sweep }, place);
  }
  return asked;
}

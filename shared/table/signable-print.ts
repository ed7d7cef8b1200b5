import { letterPart } from "../domain/letter-parts.ts";
import { counterOf } from "./counter.ts";
import type { Signable } from "./scope.ts";
import { readTextToSign } from "./signable-page.ts";
import { type SignatoryOrder, signatoriesOf, totalsOf } from "./signatories.ts";
import { withLogos } from "./signatory-logos.ts";
import type { Table } from "./table.ts";

/** Of each of the lists, as in the table that one downloads. */
const mostRead = 20_000;

interface Wanted {
  seen: Parameters<typeof readTextToSign>[2];
  order: SignatoryOrder;
  /** From 1 on. */
  part: number;
}

/** All that a letter to be printed shows, in parts where very many signed it; undefined where it has none such. */
export async function readPrintPage(table: Table, item: Signable, { seen, order, part }: Wanted) {
  const isNamed = item.state !== "cancelled";
  const [toSign, figures, all] = await Promise.all([
    readTextToSign(table, item, seen),
    counterOf(table, item.scope),
    isNamed ? signatoriesOf(table, item.scope, { order, most: mostRead, locale: seen.locale }) : [],
  ]);
  const at = letterPart(all.length, part);
  if (!toSign || !at) return undefined;
  const items = await withLogos(table, all.slice(at.from - 1, at.to));
  return {
    ...toSign,
    figures: { promised: Math.max(0, figures.actions ?? 0) },
    signatories: isNamed ? { items, totals: totalsOf(all), order, at } : undefined,
  };
}

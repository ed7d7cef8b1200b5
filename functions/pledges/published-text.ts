import { NotFound } from "../../shared/domain/refused.ts";
import type { Signable } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { type Text, textOf } from "../../shared/table/text.ts";

/** One published text; throws `NotFound`, also for a version that is still being written. */
export async function publishedText(
  table: Table,
  item: Signable,
  { version, locale }: { version: string | undefined; locale: string | undefined },
): Promise<Text> {
  const named = item.versions
    .flatMap(({ texts }) => texts)
    .find((text) => String(text.version) === version && text.locale === locale);
  const text = named && (await textOf(table, { scope: item.scope, ...named }));
  if (!text) throw new NotFound();
  return text;
}

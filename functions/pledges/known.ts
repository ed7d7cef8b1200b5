import { NotFound, UnknownScope } from "../../shared/domain/refused.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import {
  isPublic,
  isSignable,
  type Signable,
  type SignableKind,
  scopeDetails,
} from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { type Text, textOf } from "../../shared/table/text.ts";

/** A pledge or a statement that the public may know of; throws `UnknownScope`. */
export async function knownSignable(
  table: Table,
  kind: SignableKind,
  slug: string | undefined,
): Promise<Signable> {
  const item = slug !== undefined && isSlug(slug) ? await scopeDetails(table, `${kind}.${slug}`) : undefined;
  if (!isSignable(item) || !isPublic(item)) throw new UnknownScope(`${kind}.${slug?.slice(0, 64) ?? ""}`);
  return item;
}

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

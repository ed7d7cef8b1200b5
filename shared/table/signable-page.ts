import { differenceOf } from "../domain/difference.ts";
import { type TextName, textFor } from "../domain/text-version.ts";
import type { Locale } from "../locales/speak.ts";
import { counterOf } from "./counter.ts";
import type { Signable } from "./scope.ts";
import { currentTexts, signableView, textPath, versionsView } from "./signable-views.ts";
import { type SignatoryOrder, shownComments, signatoriesOf, totalsOf } from "./signatories.ts";
import { withLogos } from "./signatory-logos.ts";
import type { Table } from "./table.ts";
import { textOf } from "./text.ts";

const mostOnAPage = 1000;
const mostComments = 20;

interface Seen {
  locale: Locale;
  origin: string;
  now: Date;
  order?: SignatoryOrder;
  /** The language of the text that is asked for; unless said, the page's. */
  text?: string | undefined;
}

/** The text that is in force, in the nearest language, and what signs it; undefined where it has no text yet. */
export async function readTextToSign(table: Table, item: Signable, seen: Omit<Seen, "order">) {
  const { locale, origin, now } = seen;
  const named = textFor(currentTexts(item), seen.text ?? locale);
  if (!named) return undefined;
  const text = await textOf(table, { scope: item.scope, ...named });
  return {
    item: signableView(item, locale, { now, origin }),
    text: { ...named, text: text?.text ?? "", url: origin + textPath(item, named) },
  };
}

/**
 * All that the page of a pledge or a statement shows; undefined where it has no text yet. Nobody is named under one that
 * has been withdrawn.
 */
export async function readSignablePage(table: Table, item: Signable, seen: Seen) {
  const { locale, origin, order = "name" } = seen;
  const isNamed = item.state !== "cancelled";
  const [toSign, figures, comments, signatories] = await Promise.all([
    readTextToSign(table, item, seen),
    counterOf(table, item.scope),
    isNamed && item.kind === "pledge" ? shownComments(table, item.scope, mostComments) : [],
    isNamed ? signatoriesOf(table, item.scope, { order, most: mostOnAPage, locale }) : [],
  ]);
  if (!toSign) return undefined;
  return {
    ...toSign,
    versions: versionsView(item, locale, origin),
    figures: { promised: Math.max(0, figures.actions ?? 0), kept: Math.max(0, figures.kept ?? 0) },
    comments: comments.map(({ shownName, text: said, createdAt }) => ({
      name: shownName,
      text: said,
      at: createdAt,
    })),
    ...(isNamed && {
      signatories: {
        items: await withLogos(table, signatories.slice(0, mostOnAPage)),
        totals: totalsOf(signatories),
        order,
        more: signatories.length > mostOnAPage,
      },
    }),
  };
}

/** The difference of a published text from the version before it in the same language (or the nearest). */
export async function differenceFromBefore(table: Table, item: Signable, text: TextName) {
  const before = item.versions.filter(({ version }) => version < text.version).at(-1);
  return before && difference(table, item, { before: textFor(before.texts, text.locale), after: text });
}

/** The difference of two published texts of one action. */
export async function difference(
  table: Table,
  { scope }: Signable,
  { before, after }: { before: TextName | undefined; after: TextName | undefined },
) {
  if (!before || !after) return undefined;
  const [old, young] = await Promise.all([
    textOf(table, { scope, ...before }),
    textOf(table, { scope, ...after }),
  ]);
  return { from: before.version, parts: differenceOf(old?.text ?? "", young?.text ?? "") };
}

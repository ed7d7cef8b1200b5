import { signingStatus } from "../domain/signing-openness.ts";
import type { TextName } from "../domain/text-version.ts";
import type { Locale } from "../locales/speak.ts";
import type { Signable, TextVersion } from "./scope.ts";
import { currentVersion } from "./text.ts";
import { langOf, textIn } from "./views.ts";

/** The texts of the version in force. */
export function currentTexts({ versions }: Pick<Signable, "versions">): TextName[] {
  return versions.at(-1)?.texts ?? [];
}

/** Where a text stays for good, as plain text. */
export function textPath({ kind, slug }: Signable, { version, locale }: TextName): string {
  return `/api/${kind}s/${slug}/texts/${version}/${locale}`;
}

/** A pledge or a statement as pages and the API show it, in one language. `origin` makes the addresses absolute. */
export function signableView(item: Signable, locale: Locale, { now, origin }: { now: Date; origin: string }) {
  const linked = (text: TextName) => ({ ...text, url: origin + textPath(item, text) });
  return {
    kind: item.kind,
    slug: item.slug,
    title: textIn(item.title, locale),
    summary: textIn(item.summary, locale),
    ...langOf(item, locale),
    campaign: item.campaign.slice("campaign.".length),
    status: signingStatus(item, now),
    version: currentVersion(item),
    texts: currentTexts(item).map(linked),
    closesAt: item.closesAt,
    ...(item.kind === "pledge" && { askAfterDays: item.askAfterDays }),
    ...(item.kind === "statement" && item.frozen && { frozen: item.frozen }),
  };
}

/** The published versions with the note of what changed, oldest first. */
export function versionsView(item: Signable, locale: Locale, origin: string) {
  return item.versions.map(({ version, publishedAt, note, texts }: TextVersion) => ({
    version,
    publishedAt,
    ...(note && { note: textIn(note, locale) }),
    texts: texts.map((text) => ({ ...text, url: origin + textPath(item, text) })),
  }));
}

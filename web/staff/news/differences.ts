import { locales, nativeNames } from "../../../shared/locales/languages.ts";
import type { Difference } from "../parts/stale.tsx";
import { type TextKey, t } from "../texts/texts.ts";
import { type Mailing, type Settings, settingsOf, type TypedText, typedOf, type Unsaved } from "./mailing.ts";

const textLabels: Record<keyof TypedText, TextKey> = {
  subject: "news.subject",
  heading: "news.heading",
  body: "news.body",
  label: "news.action.label",
  url: "news.action.url",
};

const settingLabels: Record<keyof Settings, TextKey> = {
  locales: "news.languages",
  countries: "news.countries",
  perDay: "news.per-day",
};

/** What was typed and reads otherwise by now, field by field; what was not touched is not in it. */
export function differencesIn(mailing: Mailing, { texts, settings }: Unsaved): Difference[] {
  const inTexts = locales.flatMap((locale) => {
    const mine = texts[locale];
    if (!mine) return [];
    return between(textLabels, typedOf(mailing.texts[locale]), mine).map(({ label, ...said }) => ({
      label: `${nativeNames[locale]}: ${label}`,
      ...said,
    }));
  });
  return [...(settings ? between(settingLabels, settingsOf(mailing), settings) : []), ...inTexts];
}

function between<Fields extends TypedText | Settings>(
  labels: Record<keyof Fields, TextKey>,
  theirs: Fields,
  mine: Fields,
): Difference[] {
  return (Object.keys(labels) as (keyof Fields)[]).flatMap((name) => {
    const said = { label: t(labels[name]), theirs: String(theirs[name]), mine: String(mine[name]) };
    return said.theirs === said.mine ? [] : [said];
  });
}

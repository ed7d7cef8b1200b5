import { useState } from "preact/hooks";
import { direction, type Locale, locales, nativeNames } from "../../../shared/locales/languages.ts";
import { ChoiceField } from "../parts/field.tsx";
import { numberText, t } from "../texts/texts.ts";
import type { TypedCampaign } from "./typed-campaign.ts";

/** How the campaign's page will open, in any language, as it is typed. What is not written yet stands in English. */
export function CampaignPreview({ typed }: { typed: TypedCampaign }) {
  const [locale, setLocale] = useState<Locale>("en");
  const { starts, ends, goal } = typed;
  const title = typed.title[locale] || typed.title.en || "";
  const summary = typed.summary[locale] || typed.summary.en || "";
  const isFallback = !typed.title[locale] || !typed.summary[locale];
  return (
    <section class="card" aria-labelledby="preview">
      <h2 id="preview">{t("preview.title")}</h2>
      <ChoiceField
        name="preview-language"
        label={t("preview.language")}
        value={locale}
        change={(value) => setLocale(value as Locale)}
        choices={locales.map((value) => ({ value, text: nativeNames[value] }))}
      />
      {locale !== "en" && isFallback && <p class="hint">{t("preview.fallback")}</p>}
      <div class="preview" lang={locale} dir={direction(locale)}>
        <p class="eyebrow">{dates(starts, ends, locale)}</p>
        <p class="preview-title">
          <bdi>{title || t("preview.empty")}</bdi>
        </p>
        {summary && (
          <p>
            <bdi>{summary}</bdi>
          </p>
        )}
        {Number(goal) > 0 && (
          <>
            <progress max={Number(goal)} value={0} aria-label={t("campaign.progress")} />
            <p class="preview-goal">0 / {numberText(Number(goal), locale)}</p>
          </>
        )}
      </div>
    </section>
  );
}

function dates(starts: string, ends: string, locale: Locale): string {
  const known = [starts, ends].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return [...new Set(known)].map((day) => format.format(new Date(`${day}T00:00:00Z`))).join(" – ");
}

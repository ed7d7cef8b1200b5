import { type Locale, locales, nativeNames } from "../../../shared/locales/languages.ts";
import { LongTextField, TextField } from "../parts/field.tsx";
import { t } from "../texts/texts.ts";

interface LanguageTextsProps {
  title: Record<string, string>;
  summary: Record<string, string>;
  problemOf: (pointer: string) => string | undefined;
  change: (texts: { title: Record<string, string>; summary: Record<string, string> }) => void;
}

/** Title and summary in each language that it is written in; English stands in for the others. */
export function LanguageTexts({ title, summary, problemOf, change }: LanguageTextsProps) {
  const written = locales.filter((locale) => locale === "en" || locale in title || locale in summary);
  const missing = locales.filter((locale) => !written.includes(locale));
  const add = (locale: string) =>
    change({ title: { ...title, [locale]: "" }, summary: { ...summary, [locale]: "" } });
  return (
    <>
      {written.map((locale) => (
        <OneLanguage key={locale} {...{ locale, title, summary, problemOf, change }} />
      ))}
      {missing.length > 0 && (
        <div class="field">
          <label for="add-language">{t("texts.add")}</label>
          <p class="hint" id="add-language-hint">
            {t("texts.add.hint")}
          </p>
          <select
            id="add-language"
            aria-describedby="add-language-hint"
            value=""
            onChange={(event) => event.currentTarget.value && add(event.currentTarget.value)}
          >
            <option value="">{t("texts.add.choose")}</option>
            {missing.map((locale) => (
              <option value={locale} lang={locale} key={locale}>
                {nativeNames[locale]}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function OneLanguage({ locale, title, summary, problemOf, change }: LanguageTextsProps & { locale: Locale }) {
  const name = nativeNames[locale];
  const without = (texts: Record<string, string>) => {
    const { [locale]: _gone, ...rest } = texts;
    return rest;
  };
  return (
    <fieldset class="language">
      <legend lang={locale}>{name}</legend>
      <TextField
        name={`title-${locale}`}
        label={t("campaign.title.in", { language: name })}
        value={title[locale] ?? ""}
        problem={problemOf(`/title/${locale}`)}
        change={(text) => change({ title: { ...title, [locale]: text }, summary })}
        input={{
          type: "text",
          required: true,
          autoComplete: "off",
          lang: locale,
          dir: "auto",
          maxLength: 150,
        }}
      />
      <LongTextField
        name={`summary-${locale}`}
        label={t("campaign.summary.in", { language: name })}
        rows={3}
        required
        lang={locale}
        value={summary[locale] ?? ""}
        problem={problemOf(`/summary/${locale}`)}
        change={(text) => change({ title, summary: { ...summary, [locale]: text } })}
      />
      {locale !== "en" && (
        <p>
          <button
            type="button"
            class="button-quiet small"
            onClick={() => change({ title: without(title), summary: without(summary) })}
          >
            {t("texts.remove", { language: name })}
          </button>
        </p>
      )}
    </fieldset>
  );
}

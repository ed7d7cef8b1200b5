import { direction } from "../../../shared/locales/languages.ts";
import { ChoiceField, LongTextField, TextField } from "../parts/field.tsx";
import { t } from "../texts/texts.ts";
import { type Locale, locales, nativeNames, type OwnText, type OwnTexts, writtenIn } from "./event-texts.ts";

interface Props {
  texts: OwnTexts;
  change: (texts: OwnTexts) => void;
  problemOf: (pointer: string) => string | undefined;
}

const empty: OwnText = { title: "", summary: "", description: "" };

/** What is written of an event, a part for each language, and the way to add one. */
export function LanguageTexts({ texts, change, problemOf }: Props) {
  const written = writtenIn(texts);
  const missing = locales.filter((locale) => !written.includes(locale));
  return (
    <>
      {written.map((locale) => (
        <LanguageText
          key={locale}
          locale={locale}
          text={texts[locale] ?? empty}
          problemOf={problemOf}
          change={(text) => change({ ...texts, [locale]: text })}
          remove={written.length > 1 ? () => change({ ...texts, [locale]: undefined }) : undefined}
        />
      ))}
      {missing.length > 0 && (
        <ChoiceField
          name="add-language"
          label={t("event.language.add")}
          value=""
          any={t("event.language.choose")}
          choices={missing.map((locale) => ({ value: locale, text: nativeNames[locale] }))}
          change={(locale) => locale && change({ ...texts, [locale]: empty })}
        />
      )}
    </>
  );
}

function LanguageText({
  locale,
  text,
  change,
  remove,
  problemOf,
}: {
  locale: Locale;
  text: OwnText;
  change: (text: OwnText) => void;
  remove: (() => void) | undefined;
  problemOf: (pointer: string) => string | undefined;
}) {
  const asked = (name: keyof OwnText) => ({
    name: `${name}-${locale}`,
    value: text[name],
    problem: problemOf(`/texts/${locale}/${name}`),
    change: (value: string) => change({ ...text, [name]: value }),
  });
  return (
    <fieldset class="language-text" lang={locale} dir={direction(locale)}>
      <legend>{nativeNames[locale]}</legend>
      <TextField
        {...asked("title")}
        label={t("event.title")}
        input={{ type: "text", required: true, autoComplete: "off", maxLength: 120 }}
      />
      <LongTextField {...asked("summary")} label={t("event.summary")} rows={3} required />
      <LongTextField {...asked("description")} label={t("event.description")} rows={8} />
      {remove && (
        <p class="actions">
          <button type="button" class="button-quiet" onClick={remove}>
            {t("event.language.remove", { language: nativeNames[locale] })}
          </button>
        </p>
      )}
    </fieldset>
  );
}

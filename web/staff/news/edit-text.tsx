import { direction, type Locale } from "../../../shared/locales/languages.ts";
import { LongTextField, TextField } from "../parts/field.tsx";
import { languageText, t } from "../texts/texts.ts";
import type { TypedText } from "./mailing.ts";

interface EditTextProps {
  locale: Locale;
  text: TypedText;
  /** Whose text its readers get as it is saved. */
  fallback: string | undefined;
  change: (text: TypedText) => void;
  problemOf: (pointer: string) => string | undefined;
}

/** The text in one language: what stands in the list of mails, what one reads, and at most one button. */
export function EditText({ locale, text, fallback, change, problemOf }: EditTextProps) {
  const typed = (part: Partial<TypedText>) => change({ ...text, ...part });
  const written = { lang: locale, dir: direction(locale) };
  const isElsewhere = fallback !== undefined && fallback !== locale;
  return (
    <div class="news-text">
      {isElsewhere && (
        <p class="hint">
          {t("news.falls-back", { language: languageText(locale), other: languageText(fallback) })}
        </p>
      )}
      <TextField
        name={`subject-${locale}`}
        label={t("news.subject")}
        hint={t("news.subject.hint", { n: [...text.subject].length })}
        value={text.subject}
        problem={problemOf("/subject")}
        change={(subject) => typed({ subject })}
        input={{ ...written, type: "text", autoComplete: "off", maxLength: 300 }}
      />
      <TextField
        name={`heading-${locale}`}
        label={t("news.heading")}
        value={text.heading}
        problem={problemOf("/heading")}
        change={(heading) => typed({ heading })}
        input={{ ...written, type: "text", autoComplete: "off", maxLength: 150 }}
      />
      <LongTextField
        name={`body-${locale}`}
        label={t("news.body")}
        hint={t("news.body.hint")}
        rows={10}
        lang={locale}
        value={text.body}
        problem={problemOf("/body")}
        change={(body) => typed({ body })}
      />
      <TextField
        name={`label-${locale}`}
        label={t("news.action.label")}
        hint={t("news.action.hint")}
        value={text.label}
        problem={problemOf("/action/label")}
        change={(label) => typed({ label })}
        input={{ ...written, type: "text", autoComplete: "off", maxLength: 60 }}
      />
      <TextField
        name={`url-${locale}`}
        label={t("news.action.url")}
        value={text.url}
        problem={problemOf("/action/url")}
        change={(url) => typed({ url })}
        input={{ type: "url", autoComplete: "off", spellcheck: false }}
      />
    </div>
  );
}

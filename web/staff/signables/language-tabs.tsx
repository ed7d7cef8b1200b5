import { ChoiceField } from "../parts/field.tsx";
import { go, usePlace, withQuery } from "../place.ts";
import { t } from "../texts/texts.ts";
import { languagesOf, languageText, offeredLanguages, type SignableFile } from "./staff-signable.ts";

/** The language that is worked on; it stands in the address. */
export function useLanguage(): string {
  const { query } = usePlace();
  const wanted = query.get("language") ?? "en";
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(wanted) ? wanted : "en";
}

/** All languages that there are, and a way to begin another. */
export function LanguageTabs({ file, mayAdd }: { file: SignableFile; mayAdd: boolean }) {
  const place = usePlace();
  const current = useLanguage();
  const known = languagesOf(file);
  const shown = known.includes(current) ? known : [...known, current];
  const left = offeredLanguages.filter((code) => !shown.includes(code));
  return (
    <nav class="text-tabs" aria-label={t("signable.languages")}>
      <ul>
        {shown.map((code) => (
          <li key={code}>
            <a
              href={withQuery(place, { language: code })}
              aria-current={code === current ? "true" : undefined}
              hreflang={code}
            >
              {languageText(code)}
            </a>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <ChoiceField
          name="add-language"
          label={t("signable.language.add")}
          value=""
          change={(code) => code && go(withQuery(place, { language: code }))}
          choices={left.map((value) => ({ value, text: languageText(value) }))}
          any={t("none")}
        />
      )}
    </nav>
  );
}

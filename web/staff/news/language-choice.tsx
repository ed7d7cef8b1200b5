import { type Locale, locales, nativeNames } from "../../../shared/locales/languages.ts";
import { t } from "../texts/texts.ts";
import type { Mailing, Unsaved } from "./mailing.ts";

interface LanguageChoiceProps {
  mailing: Mailing;
  unsaved?: Unsaved;
  chosen: Locale;
  choose: (locale: Locale) => void;
}

/** The languages, each with whether it has a text; the chosen one is written and shown. */
export function LanguageChoice({ mailing, unsaved, chosen, choose }: LanguageChoiceProps) {
  return (
    <fieldset class="choices">
      <legend>{t("news.text")}</legend>
      <div class="text-languages">
        {locales.map((locale) => (
          <button
            key={locale}
            type="button"
            class={locale === chosen ? "small" : "small button-quiet"}
            aria-pressed={locale === chosen}
            onClick={() => choose(locale)}
          >
            <span lang={locale}>{nativeNames[locale]}</span> <small>{markOf(locale, mailing, unsaved)}</small>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function markOf(locale: Locale, { texts }: Mailing, unsaved: Unsaved | undefined): string {
  if (unsaved?.texts[locale]) return t("news.mark.unsaved");
  return texts[locale] ? t("news.mark.written") : t("news.mark.none");
}

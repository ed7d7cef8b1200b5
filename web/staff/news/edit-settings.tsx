import { locales, nativeNames } from "../../../shared/locales/languages.ts";
import { TextField } from "../parts/field.tsx";
import { t } from "../texts/texts.ts";
import { CountriesField } from "./countries-field.tsx";
import type { Settings } from "./mailing.ts";

interface EditSettingsProps {
  settings: Settings;
  change: (settings: Settings) => void;
  problemOf: (pointer: string) => string | undefined;
}

/** Whom a mailing is for, and how many may get it on one day. */
export function EditSettings({ settings, change, problemOf }: EditSettingsProps) {
  const { locales: chosen, countries, perDay } = settings;
  const wrong = countries.map((_, i) => problemOf(`/audience/countries/${i}`));
  const toggle = (locale: string): void =>
    change({
      ...settings,
      locales: chosen.includes(locale) ? chosen.filter((one) => one !== locale) : [...chosen, locale],
    });
  return (
    <>
      <fieldset class="choices">
        <legend>{t("news.languages")}</legend>
        <p class="hint">{t("news.languages.hint")}</p>
        <div class="tick-row">
          {locales.map((locale) => (
            <span class="tick" key={locale}>
              <input
                type="checkbox"
                id={`for-${locale}`}
                checked={chosen.includes(locale)}
                onChange={() => toggle(locale)}
              />
              <label for={`for-${locale}`} lang={locale}>
                {nativeNames[locale]}
              </label>
            </span>
          ))}
        </div>
      </fieldset>
      <CountriesField
        chosen={countries}
        problem={problemOf("/audience/countries") ?? wrong.find(Boolean)}
        change={(next) => change({ ...settings, countries: next })}
      />
      <TextField
        name="per-day"
        label={t("news.per-day")}
        hint={t("news.per-day.hint")}
        value={perDay}
        problem={problemOf("/perDay")}
        change={(typed) => change({ ...settings, perDay: typed })}
        input={{ type: "number", inputMode: "numeric", min: 1, autoComplete: "off" }}
      />
    </>
  );
}

import { locales, nativeNames } from "../../../shared/locales/languages.ts";
import { TextField } from "../parts/field.tsx";
import { countryText, t } from "../texts/texts.ts";
import { countriesIn, type Settings } from "./mailing.ts";

interface EditSettingsProps {
  settings: Settings;
  change: (settings: Settings) => void;
  problemOf: (pointer: string) => string | undefined;
}

/** Whom a mailing is for, and how many may get it on one day. */
export function EditSettings({ settings, change, problemOf }: EditSettingsProps) {
  const { locales: chosen, countries, perDay } = settings;
  const named = countriesIn(countries).filter((code) => /^[A-Z]{2}$/.test(code));
  const wrong = Array.from({ length: countriesIn(countries).length }, (_, i) =>
    problemOf(`/audience/countries/${i}`),
  );
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
      <TextField
        name="countries"
        label={t("news.countries")}
        hint={named.length > 0 ? named.map(countryText).join(", ") : t("news.countries.hint")}
        value={countries}
        problem={problemOf("/audience/countries") ?? wrong.find(Boolean)}
        change={(typed) => change({ ...settings, countries: typed })}
        input={{ type: "text", autoComplete: "off", spellcheck: false }}
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

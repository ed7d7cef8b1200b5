import { ChoiceField } from "../parts/field.tsx";
import { countryChoices } from "../texts/choices.ts";
import { countryText, t } from "../texts/texts.ts";

interface CountriesFieldProps {
  chosen: readonly string[];
  problem: string | undefined;
  change: (chosen: string[]) => void;
}

/** Several countries: each that is chosen is added, and is taken out again by its own button. */
export function CountriesField({ chosen, problem, change }: CountriesFieldProps) {
  return (
    <>
      <ChoiceField
        name="countries"
        label={t("news.countries")}
        hint={t("news.countries.hint")}
        problem={problem}
        value=""
        any={t("news.countries.add")}
        choices={countryChoices().filter(({ value }) => !chosen.includes(value))}
        change={(code) => code && change([...chosen, code])}
      />
      {chosen.length > 0 && (
        <ul class="chosen" aria-label={t("news.countries")}>
          {chosen.map((code) => (
            <li key={code}>
              <button
                type="button"
                class="button-quiet small"
                aria-label={t("news.countries.remove", { country: countryText(code) })}
                onClick={() => change(chosen.filter((one) => one !== code))}
              >
                {countryText(code)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

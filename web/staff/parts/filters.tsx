import { useEffect, useState } from "preact/hooks";
import { go, type Place, usePlace, withQuery } from "../place.ts";
import { countryChoices } from "../texts/choices.ts";
import { t, wordText } from "../texts/texts.ts";
import { type Choice, ChoiceField, TextField } from "./field.tsx";

export type Filter = {
  name: string;
  label: string;
  hint?: string;
} & (
  | { choices: readonly Choice[] /** What is asked for where nothing is chosen. */; standard?: string }
  | { text: true }
  | { day: true }
);

/** The words of a group, such as states, to choose from. */
export function wordChoices(group: string, words: readonly string[]): Choice[] {
  return words.map((value) => ({ value, text: wordText(group, value) }));
}

export function countryFilter(): Filter {
  return { name: "country", label: t("field.country"), choices: countryChoices() };
}

/** Whether a list is narrowed down to something. */
export function isNarrowed({ query }: Place): boolean {
  return [...query.keys()].some((name) => name !== "cursor");
}

/** The filters of a list; what is chosen stands in the address. */
export function Filters({ filters }: { filters: readonly Filter[] }) {
  const place = usePlace();
  return (
    <search>
      <fieldset class="filters">
        <legend class="unseen">{t("list.filter")}</legend>
        {filters.map((filter) =>
          "choices" in filter ? (
            <ChoiceField
              key={filter.name}
              {...filter}
              value={place.query.get(filter.name) ?? filter.standard ?? ""}
              choices={withChosen(filter.choices, place.query.get(filter.name))}
              any={filter.standard === undefined ? "" : undefined}
              change={(value) =>
                go(withQuery(place, { [filter.name]: value === filter.standard ? undefined : value }))
              }
            />
          ) : "day" in filter ? (
            <TextField
              key={filter.name}
              {...filter}
              value={place.query.get(filter.name) ?? ""}
              change={(value) => go(withQuery(place, { [filter.name]: value }))}
              input={{ type: "date" }}
            />
          ) : (
            <TextFilter key={filter.name} filter={filter} />
          ),
        )}
        {isNarrowed(place) && (
          <a href={place.path} class="clear">
            {t("list.clear")}
          </a>
        )}
      </fieldset>
    </search>
  );
}

/** What the address asks for is shown, whether or not we would offer it. */
function withChosen(choices: readonly Choice[], chosen: string | null): readonly Choice[] {
  if (!chosen || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, text: chosen }];
}

/** Waits until somebody has stopped typing. Milliseconds. */
const pause = 350;

function TextFilter({ filter }: { filter: Filter }) {
  const place = usePlace();
  const inAddress = place.query.get(filter.name) ?? "";
  const [typed, setTyped] = useState(inAddress);
  useEffect(() => setTyped((so) => (so.trim() === inAddress ? so : inAddress)), [inAddress]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === inAddress) return;
    const timer = setTimeout(() => go(withQuery(place, { [filter.name]: wanted })), pause);
    return () => clearTimeout(timer);
  }, [typed, inAddress, place, filter.name]);
  return (
    <TextField
      {...filter}
      value={typed}
      change={setTyped}
      input={{ type: "search", autoComplete: "off", maxLength: 100, "data-key": "slash" }}
    />
  );
}

import { useEffect, useState } from "preact/hooks";
import { go, usePlace, withQuery } from "../place.ts";
import { t } from "../texts/texts.ts";
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

/** The filters of a list; what is chosen stands in the address. */
export function Filters({ filters }: { filters: readonly Filter[] }) {
  const place = usePlace();
  const isFiltered = filters.some(({ name }) => place.query.has(name));
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
        {isFiltered && (
          <a href={place.path} class="clear">
            {t("list.clear")}
          </a>
        )}
      </fieldset>
    </search>
  );
}

/** Waits until somebody has stopped typing. Milliseconds. */
const pause = 350;

function TextFilter({ filter }: { filter: Filter }) {
  const place = usePlace();
  const inAddress = place.query.get(filter.name) ?? "";
  const [typed, setTyped] = useState(inAddress);
  useEffect(() => setTyped(inAddress), [inAddress]);
  useEffect(() => {
    if (typed === inAddress) return;
    const timer = setTimeout(() => go(withQuery(place, { [filter.name]: typed.trim() })), pause);
    return () => clearTimeout(timer);
  }, [typed, inAddress, place, filter.name]);
  return (
    <TextField
      {...filter}
      value={typed}
      change={setTyped}
      input={{ type: "search", autoComplete: "off", "data-key": "slash" }}
    />
  );
}

import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { ChoiceField, Field, idOf } from "../parts/field.tsx";
import { go, usePlace, withQuery } from "../place.ts";
import { t } from "../texts/texts.ts";
import type { Say } from "./say.ts";

/** Which campaign, which days, and what stands beside it; all of it stands in the address. */
export function MetricsFilters({ say, metrics }: { say: Say; metrics: Metrics }) {
  const place = usePlace();
  const choices = metrics.campaigns.map(({ scope, title }) => ({
    value: scope.slice("campaign.".length),
    text: title,
  }));
  const chosen = place.query.get("campaign") ?? metrics.campaign?.scope.slice("campaign.".length) ?? "";
  const change = (name: string) => (value: string) => go(withQuery(place, { [name]: value || undefined }));
  const others = choices.filter(({ value }) => value !== chosen);
  return (
    <search>
      <fieldset class="filters">
        <legend class="unseen">{t("list.filter")}</legend>
        <ChoiceField
          name="campaign"
          label={say.t("campaign")}
          value={chosen}
          choices={choices}
          change={change("campaign")}
        />
        {others.length > 0 && (
          <ChoiceField
            name="compare"
            label={say.t("compare")}
            value={place.query.get("compare") ?? ""}
            any={say.t("nothing")}
            choices={others}
            change={change("compare")}
          />
        )}
        {(["from", "to"] as const).map((name) => (
          <Field name={name} label={say.t(name)} key={name}>
            <input
              type="date"
              id={idOf(name)}
              name={name}
              value={place.query.get(name) ?? metrics[name]}
              onChange={(event) => change(name)(event.currentTarget.value)}
            />
          </Field>
        ))}
      </fieldset>
    </search>
  );
}

import { scopeKinds } from "../../../shared/domain/scope.ts";
import { textOf } from "../campaigns/campaign.ts";
import { campaignFilter, useCampaigns } from "../campaigns/campaign-choices.ts";
import { useAsked } from "../console-context.ts";
import { Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { FindPerson } from "../registrants/find-person.tsx";
import { type ListedScope, registrantsHref } from "../registrants/scope.ts";
import { dayText, numberText, t, wordText } from "../texts/texts.ts";

/** Those that the public knows or knew of. */
const states = ["published", "closed", "cancelled"];

/** The way to people: by their address, or by what they take part in. */
export function RegistrantsScreen() {
  const { query } = usePlace();
  const asked = useAsked<Page<ListedScope>>(`scopes?${query}`);
  const campaigns = useCampaigns();
  noteList("registrants");
  return (
    <Screen title={t("registrants.title")} lead={t("registrants.lead")}>
      <FindPerson />
      <h2>{t("registrants.by-action")}</h2>
      <Filters
        filters={[
          { name: "title", label: t("event.title"), text: true },
          { name: "kind", label: t("field.kind"), choices: wordChoices("scope", scopeKinds) },
          { name: "state", label: t("field.state"), choices: wordChoices("state", states) },
          campaignFilter(campaigns),
        ]}
      />
      <List
        caption={t("registrants.by-action")}
        asked={asked}
        columns={columns()}
        id={({ scope }) => scope}
        href={({ scope }) => registrantsHref(scope)}
        empty={t("registrants.no-action")}
      />
    </Screen>
  );
}

function columns(): Column<ListedScope>[] {
  return [
    { title: t("event.title"), cell: ({ title }) => <bdi>{textOf(title)}</bdi> },
    { title: t("field.kind"), cell: ({ kind }) => wordText("scope", kind) },
    { title: t("field.state"), cell: ({ state }) => wordText("state", state) },
    { title: t("registrants.date"), cell: ({ date }) => dayText(date) },
    { title: t("campaign.people"), cell: ({ people }) => numberText(people) },
  ];
}

import { textOf } from "../campaigns/campaign.ts";
import { useAsked } from "../console-context.ts";
import { Filters } from "../parts/filters.tsx";
import { fitting, holds } from "../parts/fitting.ts";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { FindPerson } from "../registrants/find-person.tsx";
import { type ListedScope, registrantsHref } from "../registrants/scope.ts";
import { dayText, numberText, t, wordText } from "../texts/texts.ts";

const kinds = ["campaign", "event", "pledge", "statement"];

/** The way to people: by their address, or by what they take part in. */
export function RegistrantsScreen() {
  const { query } = usePlace();
  const asked = useAsked<Page<ListedScope>>("scopes");
  noteList("registrants");
  const [kind, words] = [query.get("kind"), query.get("title")];
  const fits = ({ kind: of, title, scope }: ListedScope): boolean =>
    (!kind || of === kind) && holds(`${textOf(title)} ${scope}`, words);
  return (
    <Screen title={t("registrants.title")} lead={t("registrants.lead")}>
      <FindPerson />
      <h2>{t("registrants.by-action")}</h2>
      <Filters
        filters={[
          {
            name: "kind",
            label: t("field.kind"),
            choices: kinds.map((value) => ({ value, text: wordText("scope", value) })),
          },
          { name: "title", label: t("event.title"), text: true },
        ]}
      />
      <List
        caption={t("registrants.by-action")}
        asked={fitting(asked, fits)}
        columns={columns()}
        id={({ scope }) => scope}
        href={({ scope }) => registrantsHref(scope)}
        empty={<p>{t(kind || words ? "members.empty.filtered" : "registrants.no-action")}</p>}
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

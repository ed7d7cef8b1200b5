import { campaignFilter, useCampaigns } from "../campaigns/campaign-choices.ts";
import { useAsked } from "../console-context.ts";
import { LocalTime } from "../events/local-time.tsx";
import { type StaffEvent, titleOf } from "../events/staff-event.ts";
import { countryFilter, Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { offeredLanguages } from "../signables/staff-signable.ts";
import { languageChoices } from "../texts/choices.ts";
import { countryText, t, wordText } from "../texts/texts.ts";

const states = ["submitted", "draft", "published", "closed", "cancelled", "declined"];

/** Events by state; those that wait for a decision unless another is chosen. */
export function EventsScreen() {
  const { query } = usePlace();
  const asked = useAsked<Page<StaffEvent>>(`events?${query}`);
  const campaigns = useCampaigns();
  const spoken = asked.answer?.items.flatMap(({ languages = [] }) => languages) ?? [];
  noteList("events");
  return (
    <Screen title={t("events.title")}>
      <Filters
        filters={[
          { name: "title", label: t("events.words"), text: true },
          {
            name: "state",
            label: t("field.state"),
            choices: [...wordChoices("state", states), { value: "any", text: t("list.any") }],
            standard: "submitted",
          },
          campaignFilter(campaigns),
          countryFilter(),
          {
            name: "language",
            label: t("registrants.language"),
            choices: languageChoices([...offeredLanguages, ...spoken]),
          },
          {
            name: "online",
            label: t("event.online"),
            choices: [
              { value: "true", text: t("yes") },
              { value: "false", text: t("no") },
            ],
          },
        ]}
      />
      <List
        caption={t("events.title")}
        asked={asked}
        columns={columns(query.get("state") === "any")}
        id={({ slug }) => slug}
        href={({ slug }) => `/staff/events/${slug}`}
        empty={t("events.empty")}
      />
    </Screen>
  );
}

function columns(isOfAnyState: boolean): Column<StaffEvent>[] {
  return [
    { title: t("event.title"), cell: (event) => <bdi>{titleOf(event)}</bdi> },
    ...(isOfAnyState
      ? [{ title: t("field.state"), cell: ({ state }: StaffEvent) => wordText("state", state) }]
      : []),
    {
      title: t("event.organizer"),
      cell: ({ organizer }) => (organizer ? <bdi>{organizer}</bdi> : t("none")),
    },
    {
      title: t("event.starts"),
      cell: ({ starts, timeZone }) => <LocalTime at={starts} timeZone={timeZone} />,
    },
    { title: t("event.where"), cell: whereText },
    { title: t("event.capacity"), cell: ({ capacity }) => capacity ?? t("event.unlimited") },
  ];
}

function whereText({ place, online }: StaffEvent): string {
  return [place && `${place.name}, ${countryText(place.country)}`, online && t("event.online")]
    .filter(Boolean)
    .join(" · ");
}

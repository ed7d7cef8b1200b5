import { useAsked } from "../console-context.ts";
import { type StaffEvent, titleOf } from "../events/staff-event.ts";
import { Filters } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { t, wordText } from "../texts/texts.ts";

const states = ["submitted", "draft", "published", "closed", "cancelled", "declined"];

/** Events by state; those that wait for a decision unless another is chosen. */
export function EventsScreen() {
  const { query } = usePlace();
  const asked = useAsked<Page<StaffEvent>>(`events?${query}`);
  noteList("events");
  return (
    <Screen title={t("events.title")}>
      <Filters
        filters={[
          {
            name: "state",
            label: t("field.state"),
            choices: states.map((value) => ({ value, text: wordText("state", value) })),
            standard: "submitted",
          },
        ]}
      />
      <List
        caption={t("events.title")}
        asked={asked}
        columns={columns()}
        id={({ slug }) => slug}
        href={({ slug }) => `/staff/events/${slug}`}
        empty={<p>{t(query.has("state") ? "members.empty.filtered" : "events.empty")}</p>}
      />
    </Screen>
  );
}

function columns(): Column<StaffEvent>[] {
  return [
    { title: t("event.title"), cell: (event) => <bdi>{titleOf(event)}</bdi> },
    {
      title: t("event.organizer"),
      cell: ({ organizer }) => (organizer ? <bdi>{organizer}</bdi> : t("none")),
    },
    { title: t("event.starts"), cell: ({ starts, timeZone }) => `${starts.replace("T", " ")} (${timeZone})` },
    { title: t("event.where"), cell: whereText },
    { title: t("event.capacity"), cell: ({ capacity }) => capacity ?? t("event.unlimited") },
  ];
}

function whereText({ place, online }: StaffEvent): string {
  return [place && `${place.name}, ${place.country}`, online && t("event.online")]
    .filter(Boolean)
    .join(" · ");
}

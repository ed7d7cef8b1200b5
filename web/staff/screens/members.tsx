import type * as z from "zod";
import type { Queue } from "../../../shared/contracts/membership-staff.ts";
import { memberKinds } from "../../../shared/domain/member-states.ts";
import { useAsked, useMayAs } from "../console-context.ts";
import { countryFilter, Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { countryText, momentText, t, wordText } from "../texts/texts.ts";

type QueuePage = z.infer<typeof Queue>;
type Application = QueuePage["items"][number];

const states = ["submitted", "questioned", "approved", "declined"];
const strengths = ["strong", "weak"];

/** The reviewers' queue: who waits longest stands first. */
export function MembersScreen() {
  const { query } = usePlace();
  const asked = useAsked<QueuePage>(`members?${query}`);
  const mayImport = useMayAs("admin");
  noteList("members");
  return (
    <Screen
      title={t("members.title")}
      beside={
        mayImport && (
          <a class="button-quiet small" href="/staff/members/import">
            {t("import.title")}
          </a>
        )
      }
    >
      <Filters
        filters={[
          { name: "name", label: t("field.name"), text: true },
          {
            name: "state",
            label: t("field.state"),
            choices: wordChoices("state", states),
            standard: "submitted",
          },
          { name: "kind", label: t("field.kind"), choices: wordChoices("kind", memberKinds) },
          { name: "strength", label: t("field.strength"), choices: wordChoices("strength", strengths) },
          countryFilter(),
        ]}
      />
      <List
        caption={t("members.title")}
        asked={asked}
        columns={columns()}
        id={({ id }) => id}
        href={({ id }) => `/staff/members/${id}`}
        empty={t("members.empty")}
      />
    </Screen>
  );
}

function columns(): Column<Application>[] {
  return [
    { title: t("field.name"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      title: t("field.kind"),
      cell: ({ kind, what }) =>
        what === "application"
          ? wordText("kind", kind)
          : `${wordText("kind", kind)} · ${wordText("what", what)}`,
    },
    { title: t("field.country"), cell: ({ country }) => countryText(country) },
    { title: t("field.strength"), cell: ({ strength }) => wordText("strength", strength) },
    {
      title: t("field.since"),
      cell: ({ submittedAt }) =>
        submittedAt ? <time dateTime={submittedAt}>{momentText(submittedAt)}</time> : t("none"),
    },
  ];
}

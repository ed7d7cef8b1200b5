import type * as z from "zod";
import type { Queue } from "../../../shared/contracts/membership-staff.ts";
import { useAsked, useMayAs } from "../console-context.ts";
import { Filters } from "../parts/filters.tsx";
import { type Column, List } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { countryText, momentText, t, wordText } from "../texts/texts.ts";

type QueuePage = z.infer<typeof Queue>;
type Application = QueuePage["items"][number];

const states = ["submitted", "questioned", "approved", "declined"];
const kinds = ["civil-society", "company", "chapter", "academic", "other", "expert"];
const strengths = ["strong", "weak"];

const choices = (group: string, words: readonly string[]) =>
  words.map((value) => ({ value, text: wordText(group, value) }));

/** The reviewers' queue: who waits longest stands first. */
export function MembersScreen() {
  const { query } = usePlace();
  const wish = new URLSearchParams(query);
  const country = wish.get("country")?.toUpperCase();
  if (country) wish.set("country", country);
  const asked = useAsked<QueuePage>(`members?${wish}`);
  const isFiltered = ["state", "kind", "country", "strength"].some((name) => query.has(name));
  const mayImport = useMayAs("admin");
  noteList("members");
  return (
    <Screen
      title={t("members.title")}
      beside={mayImport && <a href="/staff/members/import">{t("import.title")}</a>}
    >
      <Filters
        filters={[
          {
            name: "state",
            label: t("field.state"),
            choices: choices("state", states),
            standard: "submitted",
          },
          { name: "kind", label: t("field.kind"), choices: choices("kind", kinds) },
          { name: "strength", label: t("field.strength"), choices: choices("strength", strengths) },
          { name: "country", label: t("field.country"), hint: t("field.country.hint"), text: true },
        ]}
      />
      <List
        caption={t("members.title")}
        asked={asked}
        columns={columns()}
        id={({ id }) => id}
        href={({ id }) => `/staff/members/${id}`}
        empty={<p>{t(isFiltered ? "members.empty.filtered" : "members.empty")}</p>}
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

import type { ListedRegistrant } from "../../../shared/contracts/registrants.ts";
import { locales, nativeNames } from "../../../shared/locales/languages.ts";
import { useAsked } from "../console-context.ts";
import { ExportButton } from "../parts/export-button.tsx";
import { Filters } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { usePlace } from "../place.ts";
import { countryText, languageText, momentText, t, wordText } from "../texts/texts.ts";
import { exportPath, kindIn, personHref, slugIn } from "./scope.ts";
import { useScopeTitles } from "./scope-titles.ts";

/** What each kind of action can come to. */
const statesOf: Record<string, readonly string[]> = {
  event: ["confirmed", "waitlisted", "attended"],
  pledge: ["confirmed", "kept"],
  statement: ["confirmed"],
  campaign: ["confirmed", "waitlisted", "attended", "kept"],
};

/** Who takes part in an action, or in any of a campaign's: filters and pages in the address, and the file of all. */
export function RegistrantList({ scope }: { scope: string }) {
  const { query } = usePlace();
  const titleOf = useScopeTitles();
  const wish = new URLSearchParams(query);
  wish.set("scope", scope);
  const country = wish.get("country");
  if (country !== null) wish.set("country", country.toUpperCase());
  const asked = useAsked<Page<ListedRegistrant>>(`registrants?${wish}`);
  const isFiltered = ["state", "name", "country", "language"].some((name) => query.has(name));
  const file = exportPath(scope);
  const states = statesOf[kindIn(scope)] ?? [];
  return (
    <>
      <Filters
        filters={[
          {
            name: "state",
            label: t("field.state"),
            choices: states.map((value) => ({ value, text: wordText("state", value) })),
          },
          { name: "name", label: t("field.name"), text: true },
          { name: "country", label: t("field.country"), hint: t("field.country.hint"), text: true },
          {
            name: "language",
            label: t("registrants.language"),
            choices: locales.map((value) => ({ value, text: nativeNames[value] })),
          },
        ]}
      />
      {file && <ExportButton path={file} name={slugIn(scope)} text={t("registrants.export")} />}
      <List
        caption={t("registrants.title")}
        asked={asked}
        columns={columns(kindIn(scope) === "campaign" ? titleOf : undefined)}
        id={({ person, scope: of }) => person + of}
        href={({ person }) => personHref(person)}
        empty={<p>{t(isFiltered ? "members.empty.filtered" : "registrants.empty")}</p>}
      />
    </>
  );
}

/** Of a campaign each row says which of its actions it is of. */
function columns(titleOf: ((scope: string) => string) | undefined): Column<ListedRegistrant>[] {
  return [
    {
      title: t("field.name"),
      cell: ({ name, person }) => (name ? <bdi>{name}</bdi> : <code>{person.slice(0, 8)}</code>),
    },
    ...(titleOf ? [{ title: t("registrants.of"), cell: (one: ListedRegistrant) => titleOf(one.scope) }] : []),
    { title: t("field.state"), cell: ({ state }) => wordText("state", state) },
    { title: t("field.country"), cell: ({ country }) => (country ? countryText(country) : t("none")) },
    { title: t("registrants.language"), cell: ({ locale }) => languageText(locale) },
    { title: t("registrants.source"), cell: ({ source }) => source ?? t("none") },
    { title: t("registrants.updates"), cell: ({ updates }) => t(updates ? "yes" : "no") },
    {
      title: t("field.since"),
      cell: ({ since }) => <time dateTime={since}>{momentText(since)}</time>,
    },
  ];
}

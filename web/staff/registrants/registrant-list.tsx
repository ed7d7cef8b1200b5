import type { ListedRegistrant, RegistrantsList } from "../../../shared/contracts/registrants.ts";
import { textOf } from "../campaigns/campaign.ts";
import type { Asked } from "../console-context.ts";
import { ExportButton } from "../parts/export-button.tsx";
import { countryFilter, Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List } from "../parts/list.tsx";
import { siteLanguages } from "../texts/choices.ts";
import { countryText, languageText, momentText, t, wordText } from "../texts/texts.ts";
import { exportPath, kindIn, personHref, slugIn } from "./scope.ts";

/** What each kind of action can come to. */
const statesOf: Record<string, readonly string[]> = {
  event: ["confirmed", "waitlisted", "attended"],
  pledge: ["confirmed", "kept"],
  statement: ["confirmed"],
  campaign: ["confirmed", "waitlisted", "attended", "kept"],
};

/** Who takes part in an action, or in any of a campaign's: filters and pages in the address, and the file of all. */
export function RegistrantList({ scope, asked }: { scope: string; asked: Asked<RegistrantsList> }) {
  const file = exportPath(scope);
  const titles = asked.answer?.titles ?? {};
  return (
    <>
      <Filters
        filters={[
          { name: "name", label: t("field.name"), text: true },
          {
            name: "state",
            label: t("field.state"),
            choices: wordChoices("state", statesOf[kindIn(scope)] ?? []),
          },
          countryFilter(),
          { name: "language", label: t("registrants.language"), choices: siteLanguages },
        ]}
      />
      {file && <ExportButton path={file} name={slugIn(scope)} text={t("registrants.export")} />}
      <List
        caption={t("registrants.title")}
        asked={asked}
        columns={columns(kindIn(scope) === "campaign" ? titles : undefined)}
        id={({ person, scope: of }) => person + of}
        href={({ person }) => personHref(person)}
        empty={t("registrants.empty")}
      />
    </>
  );
}

/** Of a campaign each row says which of its actions it is of. */
function columns(titles: RegistrantsList["titles"] | undefined): Column<ListedRegistrant>[] {
  return [
    {
      title: t("field.name"),
      cell: ({ name, person }) =>
        name ? (
          <bdi>{name}</bdi>
        ) : (
          <>
            {t("registrants.no-name")} <code>{person.slice(0, 8)}</code>
          </>
        ),
    },
    ...(titles
      ? [
          {
            title: t("registrants.of"),
            cell: ({ scope }: ListedRegistrant) => <bdi>{textOf(titles[scope] ?? { en: scope })}</bdi>,
          },
        ]
      : []),
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

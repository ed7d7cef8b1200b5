import { signableStateAt, signableStates } from "../../../shared/domain/signable-states.ts";
import { campaignFilter, useCampaigns } from "../campaigns/campaign-choices.ts";
import { useAsked, useMayAs } from "../console-context.ts";
import { Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { NewForm } from "../signables/new-form.tsx";
import {
  currentVersion,
  languagesText,
  offeredLanguages,
  type SignableKind,
  type StaffSignable,
  titleOf,
} from "../signables/staff-signable.ts";
import { languageChoices } from "../texts/choices.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** All pledges, or all statements, drafts too; and the form that begins one. */
export function SignablesScreen({ kind }: { kind: SignableKind }) {
  const mayWrite = useMayAs("organizer");
  const { query } = usePlace();
  const asked = useAsked<Page<StaffSignable>>(`${kind}s?${query}`);
  const campaigns = useCampaigns();
  noteList(`${kind}s`);
  return (
    <Screen title={t(`${kind}s.title`)} lead={t(`${kind}s.lead`)}>
      <Filters
        filters={[
          { name: "title", label: t("event.title"), text: true },
          { name: "state", label: t("field.state"), choices: wordChoices("state", signableStates) },
          campaignFilter(campaigns),
          {
            name: "language",
            label: t("registrants.language"),
            choices: languageChoices(offeredLanguages),
          },
        ]}
      />
      <List
        caption={t(`${kind}s.title`)}
        asked={asked}
        columns={columns()}
        id={({ slug }) => slug}
        href={({ slug }) => `/staff/${kind}s/${slug}`}
        empty={t(`${kind}s.empty`)}
      />
      {mayWrite && campaigns.length > 0 && <NewForm kind={kind} campaigns={campaigns} />}
    </Screen>
  );
}

function columns(): Column<StaffSignable>[] {
  return [
    { title: t("event.title"), cell: (item) => <bdi>{titleOf(item)}</bdi> },
    { title: t("field.state"), cell: (item) => wordText("state", signableStateAt(item, new Date())) },
    { title: t("signable.version"), cell: (item) => currentVersion(item) || t("none") },
    {
      title: t("signable.languages"),
      cell: ({ versions }) =>
        languagesText(versions.at(-1)?.texts.map(({ locale }) => locale) ?? []) || t("none"),
    },
    {
      title: t("signable.closing"),
      cell: ({ closesAt }) => (closesAt ? momentText(closesAt) : t("signable.closing.open")),
    },
  ];
}

import { useAsked, useMayAs } from "../console-context.ts";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { NewForm } from "../signables/new-form.tsx";
import {
  currentVersion,
  languagesText,
  type SignableKind,
  type StaffSignable,
  stateOf,
  titleOf,
} from "../signables/staff-signable.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** All pledges, or all statements, drafts too; and the form that begins one. */
export function SignablesScreen({ kind }: { kind: SignableKind }) {
  const mayWrite = useMayAs("organizer");
  const asked = useAsked<Page<StaffSignable>>(`${kind}s`);
  noteList(`${kind}s`);
  const known = asked.answer?.items.at(-1)?.campaign.slice("campaign.".length);
  return (
    <Screen title={t(`${kind}s.title`)} lead={t(`${kind}s.lead`)}>
      <List
        caption={t(`${kind}s.title`)}
        asked={asked}
        columns={columns()}
        id={({ slug }) => slug}
        href={({ slug }) => `/staff/${kind}s/${slug}`}
        empty={<p>{t(`${kind}s.empty`)}</p>}
      />
      {mayWrite && asked.answer && <NewForm kind={kind} campaign={known ?? "global-encryption-day-2027"} />}
    </Screen>
  );
}

function columns(): Column<StaffSignable>[] {
  return [
    { title: t("event.title"), cell: (item) => <bdi>{titleOf(item)}</bdi> },
    { title: t("field.state"), cell: (item) => wordText("state", stateOf(item, new Date())) },
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

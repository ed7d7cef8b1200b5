import { signableStateAt } from "../../../shared/domain/signable-states.ts";
import { useAsked, useMayAs } from "../console-context.ts";
import { Filters } from "../parts/filters.tsx";
import { fitting, holds } from "../parts/fitting.ts";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { NewForm } from "../signables/new-form.tsx";
import {
  currentVersion,
  languagesText,
  type SignableKind,
  type StaffSignable,
  titleOf,
} from "../signables/staff-signable.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

const states = ["draft", "published", "closed", "cancelled"];

/** All pledges, or all statements, drafts too; and the form that begins one. */
export function SignablesScreen({ kind }: { kind: SignableKind }) {
  const mayWrite = useMayAs("organizer");
  const asked = useAsked<Page<StaffSignable>>(`${kind}s`);
  const { query } = usePlace();
  const [state, words] = [query.get("state"), query.get("title")];
  const fits = (item: StaffSignable): boolean =>
    (!state || signableStateAt(item, new Date()) === state) && holds(`${titleOf(item)} ${item.slug}`, words);
  noteList(`${kind}s`);
  const known = asked.answer?.items.at(-1)?.campaign.slice("campaign.".length);
  return (
    <Screen title={t(`${kind}s.title`)} lead={t(`${kind}s.lead`)}>
      <Filters
        filters={[
          {
            name: "state",
            label: t("field.state"),
            choices: states.map((value) => ({ value, text: wordText("state", value) })),
          },
          { name: "title", label: t("event.title"), text: true },
        ]}
      />
      <List
        caption={t(`${kind}s.title`)}
        asked={fitting(asked, fits)}
        columns={columns()}
        id={({ slug }) => slug}
        href={({ slug }) => `/staff/${kind}s/${slug}`}
        empty={<p>{t(state || words ? "members.empty.filtered" : `${kind}s.empty`)}</p>}
      />
      {mayWrite && asked.answer && <NewForm kind={kind} campaign={known ?? "global-encryption-day-2027"} />}
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

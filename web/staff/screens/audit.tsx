import type { ComponentChildren } from "preact";
import type { StaffPerson } from "../../../shared/contracts/staff-people.ts";
import { Subject, subjectHref } from "../audit/subject.tsx";
import { useAsked, useConsole, useEvery, useMayAs } from "../console-context.ts";
import { Filters, wordChoices } from "../parts/filters.tsx";
import type { Act } from "../parts/history.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { usePlace } from "../place.ts";
import { languageText, momentText, t, wordText } from "../texts/texts.ts";

type Noted = Act & { subject: string };

/** How the words of acts begin, by what they are done to. */
const kinds = [
  "member",
  "event.",
  "campaign.",
  "comment-",
  "signature-",
  "write-text",
  "publish-version",
  "export",
  "person.",
  "staff.",
];

/** What staff did, newest first: by whom, to what, of which kind, when. */
export function AuditScreen() {
  const isAdmin = useMayAs("admin");
  return (
    <Screen title={t("audit.title")} lead={t("audit.lead")}>
      {isAdmin ? <ByAnybody /> : <Acts people={[]} />}
    </Screen>
  );
}

/** Admins know who the staff are, so they see addresses in place of ids. */
function ByAnybody() {
  return <Acts people={useEvery<StaffPerson>("people")} />;
}

function Acts({ people }: { people: readonly StaffPerson[] }) {
  const { query } = usePlace();
  const { session } = useConsole();
  const me = session.claims?.id;
  const asked = useAsked<Page<Noted>>(`audit?${query}`);
  const nameOf = (who: string): string =>
    who === me
      ? t("people.you")
      : (people.find(({ id }) => id === who)?.email ?? wordText("audit.who", who, who.slice(0, 8)));
  const others = people.filter(({ id }) => id !== me).map(({ id, email }) => ({ value: id, text: email }));
  return (
    <>
      <Filters
        filters={[
          {
            name: "who",
            label: t("audit.who"),
            choices: [...(me ? [{ value: me, text: t("people.you") }] : []), ...others],
          },
          {
            name: "act",
            label: t("audit.act"),
            choices: wordChoices("acts", kinds),
          },
          { name: "from", label: t("audit.from"), day: true },
          { name: "to", label: t("audit.to"), day: true },
          { name: "subject", label: t("audit.subject"), hint: t("audit.subject.hint"), text: true },
        ]}
      />
      <List
        caption={t("audit.title")}
        asked={asked}
        id={({ at, act, subject }) => at + act + subject}
        columns={columns(nameOf)}
        empty={t("audit.empty")}
        nothingFits={t("audit.empty.filtered")}
      />
    </>
  );
}

function columns(nameOf: (who: string) => string): Column<Noted>[] {
  return [
    { title: t("audit.when"), cell: ({ at }) => <time dateTime={at}>{momentText(at)}</time> },
    { title: t("audit.who"), cell: ({ who }) => <bdi class="address">{nameOf(who)}</bdi> },
    { title: t("audit.act"), cell: ({ act }) => wordText("act", act) },
    { title: t("audit.subject"), cell: ({ subject }) => <Subject subject={subject} /> },
    { title: t("audit.change"), cell: changeOf },
    { title: t("field.reason"), cell: ({ reason }) => (reason ? wordText("reason", reason) : t("none")) },
  ];
}

/** What it became, or what else it was about: whose registrants were taken as a file, say. */
function changeOf(noted: Noted): ComponentChildren {
  const { from, to } = noted;
  return to && !from && subjectHref(to) ? <Subject subject={to} /> : changeText(noted);
}

/** A state, a role, a number of places, or what it is called. */
function wordOf(word: string): string {
  return wordText("state", word, wordText("role", word, wordText("change", word)));
}

function changeText({ act, from, to }: Noted): string {
  if (to && act.endsWith("-text")) {
    const [version = "", language = ""] = to.split(" ");
    return t("signable.text.label", { version, language: languageText(language) });
  }
  if (from === to) return t("none");
  const [before, after] = [from, to].map((words) => words?.split(" ").map(wordOf).join(", "));
  if (before && after) return `${before} → ${after}`;
  return after ?? before ?? t("none");
}

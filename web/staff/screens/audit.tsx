import { useEffect, useState } from "preact/hooks";
import { useAsked, useConsole } from "../console-context.ts";
import { TextField } from "../parts/field.tsx";
import type { Act } from "../parts/history.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { go, usePlace } from "../place.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** What was done to one subject, newest first. */
export function AuditScreen() {
  const { query } = usePlace();
  const subject = query.get("subject") ?? "";
  const [typed, setTyped] = useState(subject);
  useEffect(() => setTyped(subject), [subject]);
  return (
    <Screen title={t("audit.title")} lead={t("audit.lead")}>
      <search>
        <form
          class="filters"
          onSubmit={(event) => {
            event.preventDefault();
            go(`/staff/audit?subject=${encodeURIComponent(typed.trim())}`);
          }}
        >
          <TextField
            name="subject"
            label={t("audit.subject")}
            hint={t("audit.subject.hint")}
            value={typed}
            change={setTyped}
            input={{ type: "search", autoComplete: "off", spellcheck: false, "data-key": "slash" }}
          />
          <button type="submit">{t("audit.show")}</button>
        </form>
      </search>
      {subject ? <Acts subject={subject} /> : <p class="empty">{t("audit.choose")}</p>}
    </Screen>
  );
}

function Acts({ subject }: { subject: string }) {
  const { query } = usePlace();
  const { session } = useConsole();
  const wish = new URLSearchParams({ subject });
  const cursor = query.get("cursor");
  if (cursor) wish.set("cursor", cursor);
  const asked = useAsked<Page<Act>>(`audit?${wish}`);
  return (
    <List
      caption={subject}
      asked={asked}
      id={({ at, act }) => at + act}
      columns={columns(session.claims?.id)}
      empty={<p>{t("audit.empty")}</p>}
    />
  );
}

function columns(me: string | undefined): Column<Act>[] {
  return [
    { title: t("audit.when"), cell: ({ at }) => <time dateTime={at}>{momentText(at)}</time> },
    { title: t("audit.act"), cell: ({ act }) => wordText("act", act) },
    {
      title: t("audit.change"),
      cell: ({ from, to }) => [from, to].map((state) => (state ? wordText("state", state) : "–")).join(" → "),
    },
    { title: t("field.reason"), cell: ({ reason }) => (reason ? wordText("reason", reason) : t("none")) },
    {
      title: t("audit.who"),
      cell: ({ who }) =>
        who === me ? t("people.you") : <a href={`/staff/audit?subject=staff.${who}`}>{who.slice(0, 8)}</a>,
    },
  ];
}

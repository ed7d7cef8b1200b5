import { useState } from "preact/hooks";
import type { Registrant } from "../../../shared/table/registrants.ts";
import { useAsked, useConsole } from "../console-context.ts";
import { type StaffEvent, titleOf } from "../events/staff-event.ts";
import { Filters } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { saveFile } from "../parts/save-file.ts";
import { Screen } from "../parts/screen.tsx";
import { useSending } from "../parts/sending.ts";
import { usePlace } from "../place.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** Who is registered for an event: pages of them, a search by name, and all of them as a file. */
export function RegistrantsScreen({ slug }: { slug: string }) {
  const { query } = usePlace();
  const path = `events/${encodeURIComponent(slug)}`;
  const event = useAsked<StaffEvent>(path).answer;
  const asked = useAsked<Page<Registrant>>(`${path}/registrants?${query}`);
  const title = t("registrants.title");
  return (
    <Screen
      title={title}
      up={{ href: `/staff/events/${slug}`, text: event ? titleOf(event) : t("event.title") }}
      beside={<Export slug={slug} />}
    >
      <Filters
        filters={[
          { name: "q", label: t("registrants.search"), hint: t("registrants.search.hint"), text: true },
        ]}
      />
      <List
        caption={title}
        asked={asked}
        columns={columns}
        id={({ person }) => person}
        empty={<p>{t(query.has("q") ? "registrants.none.found" : "registrants.none")}</p>}
      />
    </Screen>
  );
}

const columns: Column<Registrant>[] = [
  {
    title: t("field.name"),
    cell: ({ name, person }) => (
      <>
        <bdi>{name ?? t("registrants.nameless")}</bdi> <small class="hint">{person.slice(0, 4)}</small>
      </>
    ),
  },
  { title: t("field.state"), cell: ({ state }) => wordText("state", state) },
  { title: t("registrants.since"), cell: ({ since }) => (since ? momentText(since) : t("none")) },
];

/** The file is noted in the audit list, page by page. */
function Export({ slug }: { slug: string }) {
  const { file } = useConsole();
  const [isDone, setDone] = useState(false);
  const { send, isBusy, problem } = useSending();
  const get = () =>
    send(async () => {
      saveFile(
        await file(`exports/registrants.csv?event=${encodeURIComponent(slug)}`),
        `registrants-${slug}.csv`,
      );
      setDone(true);
    });
  return (
    <>
      <button type="button" class="button-quiet" aria-busy={isBusy} onClick={get}>
        {t(isBusy ? "sign-in.busy" : "registrants.export")}
      </button>
      {isDone && (
        <span class="hint" role="status">
          {t("registrants.exported")}
        </span>
      )}
      {problem && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

import { useState } from "preact/hooks";
import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { type PartOfFile, Refusal } from "../api.ts";
import { useConsole, useMayAs } from "../console-context.ts";
import { ProblemBox } from "../parts/problem.tsx";
import type { Say } from "./say.ts";

interface FileWish {
  path: string;
  name: string;
  text: string;
  /** How many rows it will have, about. */
  rows?: number;
}

/** Files that a role may have. They are asked for with the token and saved by the browser. */
export function Files({ say, metrics }: { say: Say; metrics: Metrics }) {
  const [isReviewer, isOrganizer] = [useMayAs("reviewer"), useMayAs("organizer")];
  const { from, to, events, signables, membership } = metrics;
  const wishes: FileWish[] = [
    { path: `counts.csv?from=${from}&to=${to}`, name: `counts-${from}-${to}`, text: say.t("export.counts") },
    ...(isReviewer
      ? [
          {
            path: "members.csv",
            name: `members-${to}`,
            text: say.t("export.members"),
            rows: membership.members,
          },
        ]
      : []),
    ...(isOrganizer ? events.events : []).map(({ slug, title, registered }) => ({
      path: `registrants.csv?event=${slug}`,
      name: `registrants-${slug}`,
      text: say.t("export.registrants", { event: title }),
      rows: registered,
    })),
    ...(isOrganizer ? signables : []).map(({ kind, slug, title, signed }) => ({
      path: `signatures.csv?${kind}=${slug}`,
      name: `signatures-${kind}-${slug}`,
      text: say.t("export.signatures", { title }),
      rows: signed,
    })),
  ];
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say.t("exports")}</h2>
      <p class="hint">{say.t("exports_note")}</p>
      <ul class="files">
        {wishes.map((wish) => (
          <FileButton say={say} wish={wish} key={wish.path} />
        ))}
      </ul>
    </section>
  );
}

/** Gets a file page by page and saves it once it is whole. What has come stays when a page does not. */
function FileButton({ say, wish }: { say: Say; wish: FileWish }) {
  const { file } = useConsole();
  const [come, setCome] = useState<PartOfFile>();
  const [isComing, setComing] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const get = async (): Promise<void> => {
    setComing(true);
    setRefused(undefined);
    try {
      let part = await file(come ?? { path: `exports/${wish.path}` });
      for (; part.next !== undefined; part = await file(part)) setCome(part);
      save(new Blob([...part.parts], { type: part.parts[0]?.type ?? "" }), `${wish.name}.csv`);
      setCome(undefined);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      setRefused(cause);
    } finally {
      setComing(false);
    }
  };
  const rows = say.number(come?.rows ?? 0);
  return (
    <li>
      <button
        type="button"
        class="button-quiet"
        aria-disabled={isComing}
        onClick={isComing ? undefined : get}
      >
        {wish.text}
      </button>
      {isComing && <Coming text={say.t("loading_file", { rows })} rows={come?.rows ?? 0} of={wish.rows} />}
      {refused && <ProblemBox problem={refused.problem} />}
      {refused && come && <p role="status">{say.t("file_broke_off", { rows })}</p>}
    </li>
  );
}

function Coming({ text, rows, of }: { text: string; rows: number; of: number | undefined }) {
  return (
    <p role="status">
      {text}
      {of !== undefined && of > 0 && (
        <progress class="row-bar" value={Math.min(rows, of)} max={of} aria-label={text} />
      )}
    </p>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

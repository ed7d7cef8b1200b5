import { useState } from "preact/hooks";
import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { Refusal } from "../api.ts";
import { useConsole, useMayAs } from "../console-context.ts";
import { ProblemBox } from "../parts/problem.tsx";
import { saveFile } from "../parts/save-file.ts";
import type { Say } from "./say.ts";

interface FileWish {
  path: string;
  name: string;
  text: string;
}

/** Files that a role may have. They are asked for with the token and saved by the browser. */
export function Files({ say, metrics }: { say: Say; metrics: Metrics }) {
  const [isReviewer, isOrganizer] = [useMayAs("reviewer"), useMayAs("organizer")];
  const { from, to, events } = metrics;
  const wishes: FileWish[] = [
    { path: `counts.csv?from=${from}&to=${to}`, name: `counts-${from}-${to}`, text: say.t("export.counts") },
    ...(isReviewer ? [{ path: "members.csv", name: `members-${to}`, text: say.t("export.members") }] : []),
    ...(isOrganizer ? events.events : []).map(({ slug, title }) => ({
      path: `registrants.csv?event=${slug}`,
      name: `registrants-${slug}`,
      text: say.t("export.registrants", { event: title }),
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

function FileButton({ say, wish }: { say: Say; wish: FileWish }) {
  const { file } = useConsole();
  const [isComing, setComing] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const get = async (): Promise<void> => {
    setComing(true);
    setRefused(undefined);
    try {
      saveFile(await file(`exports/${wish.path}`), `${wish.name}.csv`);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      setRefused(cause);
    } finally {
      setComing(false);
    }
  };
  return (
    <li>
      <button
        type="button"
        class="button-quiet"
        aria-disabled={isComing}
        onClick={isComing ? undefined : get}
      >
        {isComing ? say.t("loading_file") : wish.text}
      </button>
      {refused && <ProblemBox problem={refused.problem} />}
    </li>
  );
}

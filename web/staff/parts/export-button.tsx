import { useEffect, useRef, useState } from "preact/hooks";
import { type PartOfFile, Refusal } from "../api.ts";
import { useConsole } from "../console-context.ts";
import { numberText, sizeText, t } from "../texts/texts.ts";
import { problemText } from "./problem.tsx";
import { saveFile } from "./save-file.ts";

interface ExportButtonProps {
  /** In the staff API, below `exports/`. */
  path: string;
  /** Of the file, without its ending. */
  name: string;
  text: string;
  /** How many rows it will have, about; undefined where nobody knows. */
  rows?: number | undefined;
  /** Where a note stands for several files already. */
  isNoted?: boolean;
}

/**
 * Brings a file page by page, says how much of it is there, and can be stopped. What has come stays when a page does not,
 * and pressing again goes on from there. The API notes it in the audit list.
 */
export function ExportButton(props: ExportButtonProps) {
  const { path, name, text, rows, isNoted = false } = props;
  const { file, say } = useConsole();
  const [come, setCome] = useState<PartOfFile>();
  const [isComing, setComing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const get = async (): Promise<void> => {
    const stop = new AbortController();
    stopping.current = stop;
    setComing(true);
    setProblem(undefined);
    try {
      let part = await file(come ?? { path: `exports/${path}` }, stop.signal);
      for (; part.next !== undefined; part = await file(part, stop.signal)) setCome(part);
      const whole = new Blob([...part.parts], { type: part.parts[0]?.type ?? "" });
      saveFile(whole, `${name}-${new Date().toISOString().slice(0, 10)}.csv`);
      setCome(undefined);
      say(t("export.done"));
    } catch (cause) {
      if (stop.signal.aborted) return;
      if (!(cause instanceof Refusal)) throw cause;
      setProblem(problemText(cause.problem));
    } finally {
      setComing(false);
    }
  };
  return (
    <div class="export">
      <p class="actions">
        <button
          type="button"
          class="button-quiet"
          aria-disabled={isComing}
          onClick={isComing ? undefined : get}
        >
          {text}
        </button>
        {isComing && (
          <button type="button" class="button-quiet" onClick={() => stopping.current?.abort()}>
            {t("export.stop")}
          </button>
        )}
      </p>
      {isComing && <HowFar label={text} come={come?.rows ?? 0} of={rows} />}
      <p class="hint" role="status">
        {statusText(come, isComing) ?? (isNoted ? "" : t("export.note"))}
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function HowFar({ label, come, of }: { label: string; come: number; of: number | undefined }) {
  if (!of) return <progress aria-label={label} />;
  return <progress class="row-bar" aria-label={label} value={Math.min(come, of)} max={of} />;
}

function statusText(come: PartOfFile | undefined, isComing: boolean): string | undefined {
  const rows = numberText(come?.rows ?? 0);
  if (!isComing) return come && t("export.broke-off", { rows });
  const bytes = (come?.parts ?? []).reduce((sum, { size }) => sum + size, 0);
  return t("export.coming", { rows, size: sizeText(bytes) });
}

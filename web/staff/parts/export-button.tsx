import { useEffect, useRef, useState } from "preact/hooks";
import { Refusal } from "../api.ts";
import { useConsole } from "../console-context.ts";
import { sizeText, t } from "../texts/texts.ts";
import { problemText } from "./problem.tsx";
import { saveFile } from "./save-file.ts";

interface ExportButtonProps {
  /** In the staff API, below `exports/`. */
  path: string;
  /** Of the file, without its ending. */
  name: string;
  text: string;
}

/** Brings a file page by page, says how much of it is there, and can be stopped. The API notes it in the audit list. */
export function ExportButton({ path, name, text }: ExportButtonProps) {
  const { file, say } = useConsole();
  const [bytes, setBytes] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const isComing = bytes !== undefined;
  const get = async (): Promise<void> => {
    const stop = new AbortController();
    stopping.current = stop;
    setBytes(0);
    setProblem(undefined);
    try {
      const blob = await file(`exports/${path}`, setBytes, stop.signal);
      saveFile(blob, `${name}-${new Date().toISOString().slice(0, 10)}.csv`);
      say(t("export.done"));
    } catch (cause) {
      if (stop.signal.aborted) return;
      if (!(cause instanceof Refusal)) throw cause;
      setProblem(problemText(cause.problem));
    } finally {
      setBytes(undefined);
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
      {isComing && <progress aria-label={text} />}
      <p class="hint" role="status">
        {isComing ? t("export.coming", { size: sizeText(bytes) }) : t("export.note")}
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

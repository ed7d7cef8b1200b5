import { useState } from "preact/hooks";
import type * as z from "zod";
import type { ImportAnswer } from "../../../shared/contracts/membership-import.ts";
import type { Problem } from "../../../shared/contracts/problem.ts";
import { useConsole, useMayAs } from "../console-context.ts";
import { ImportErrors, ImportLines } from "../members/import-lines.tsx";
import { Field, tied } from "../parts/field.tsx";
import { problemText } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { useSending } from "../parts/sending.ts";
import { listAddress } from "../parts/up.ts";
import { t } from "../texts/texts.ts";

type Answer = z.infer<typeof ImportAnswer>;

function joined(before: Answer | undefined, { added, known, lines, ...rest }: Answer): Answer {
  if (!before) return { added, known, lines, ...rest };
  return {
    ...rest,
    added: before.added + added,
    known: before.known + known,
    lines: [...before.lines, ...lines],
  };
}

/** Present members out of a file: what would happen is shown line by line before anything does. */
export function ImportScreen() {
  const { ask, say } = useConsole();
  const mayImport = useMayAs("admin");
  const { send, isBusy, problem } = useSending();
  const [file, setFile] = useState<Blob>();
  const [answer, setAnswer] = useState<Answer>();
  const [refused, setRefused] = useState<Problem>();

  /** The bytes are read once: what is imported is what was shown, though the file on the disk may change meanwhile. */
  const take = async (chosen: File) => {
    const read = new Blob([await chosen.arrayBuffer()]);
    setFile(read);
    await post(read, true);
  };

  const post = (chosen: Blob, dry: boolean) =>
    send(
      async () => {
        setAnswer(undefined);
        setRefused(undefined);
        const sent = { method: "POST" as const, file: { bytes: chosen, type: "text/csv" } };
        let done: Answer | undefined;
        // A long file takes several requests, each of which says where the next goes on.
        for (let from: number | null = 1; from !== null; from = done.next) {
          done = joined(done, await ask<Answer>(`members/import?dry=${dry}&from=${from}`, sent));
          setAnswer(done);
        }
        if (done && !dry) say(t("import.done", { n: done.added }));
      },
      (found) => {
        if (!found.errors) return false;
        setRefused(found);
        return true;
      },
    );

  const fileProps = { name: "file", label: t("import.file"), hint: t("import.hint") };
  return (
    <Screen title={t("import.title")} up={{ href: listAddress("members"), text: t("members.title") }}>
      {!mayImport && <p class="hint">{t("import.not-yours")}</p>}
      <div class="card form" aria-busy={isBusy}>
        <Field {...fileProps}>
          <input
            {...tied(fileProps)}
            type="file"
            accept=".csv,text/csv"
            disabled={!mayImport || isBusy}
            onClick={({ currentTarget }) => {
              // A browser says nothing when the same file is chosen again, as one does who has mended it.
              currentTarget.value = "";
            }}
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              if (chosen) void take(chosen);
            }}
          />
        </Field>
        {isBusy && <p class="waiting">{t("import.looking")}</p>}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {refused && (
          <p class="problem" role="alert">
            {t("import.refused")} {refused.type === "invalid-request" ? "" : problemText(refused)}
          </p>
        )}
        {answer && (
          <p role="status">
            {t(answer.dry ? "import.would" : "import.did", { added: answer.added, known: answer.known })}
          </p>
        )}
        {answer?.dry && answer.next === null && answer.added > 0 && file && (
          <p class="actions">
            <button type="button" onClick={() => post(file, false)}>
              {t("import.go", { n: answer.added })}
            </button>
          </p>
        )}
      </div>
      {refused?.errors && <ImportErrors errors={refused.errors} />}
      {answer && <ImportLines lines={answer.lines} />}
    </Screen>
  );
}

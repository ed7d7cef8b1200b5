import type * as z from "zod";
import type { ProofAnswer } from "../../../shared/contracts/membership-staff.ts";
import { useConsole, useMayAs } from "../console-context.ts";
import { Facts } from "../parts/facts.tsx";
import { useSending } from "../parts/sending.ts";
import { momentText, t, wordText } from "../texts/texts.ts";
import type { Application } from "./application.ts";

interface Props {
  file: Application;
  /** Reads the file again. */
  again: () => Promise<void>;
  /** Begins a question that asks for the proof. */
  ask: () => void;
}

/** How they showed that they speak for the organization, and how it can be looked for or asked for. */
export function ProofCard({ file, again, ask }: Props) {
  const mayDecide = useMayAs("reviewer");
  const proofs = file.proofs.map(({ by, at }) => `${wordText("proof", by)} (${momentText(at)})`);
  const places = file.proofPlaces;
  return (
    <section class="card">
      <h2>{t("member.evidence")}</h2>
      <Facts
        facts={[
          [t("field.strength"), file.kind !== "expert" && wordText("strength", file.strength)],
          [t("member.domain"), file.domain],
          [t("member.proofs"), proofs.length ? proofs.join(", ") : t("member.no-proof")],
        ]}
      />
      {places && (
        <>
          <h3>{t("proof.title")}</h3>
          <p class="hint">{t("proof.how")}</p>
          <Facts
            facts={[
              [t("proof.record"), <code key="record">{places.record}</code>],
              [t("proof.at-file"), <code key="file">{places.file}</code>],
              [t("proof.value"), <code key="value">{places.value}</code>],
            ]}
          />
          {mayDecide && <Looking file={file} again={again} ask={ask} />}
        </>
      )}
    </section>
  );
}

function Looking({ file, again, ask }: Props) {
  const console = useConsole();
  const { send, isBusy, problem } = useSending();
  const look = () =>
    send(async () => {
      const path = `members/${encodeURIComponent(file.id)}/proof`;
      const { found } = await console.ask<z.infer<typeof ProofAnswer>>(path, { method: "POST", body: {} });
      // The look is a change of the file: who asks next must have read it, or would be told of a change that is their own.
      await again();
      console.say(found ? t("proof.found", { by: wordText("proof", found) }) : t("proof.not-found"));
    });
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="actions">
        <button type="button" aria-busy={isBusy} onClick={look}>
          {t(isBusy ? "proof.looking" : "proof.look")}
        </button>
        {file.state === "submitted" && (
          <button type="button" class="button-quiet" disabled={isBusy} onClick={ask}>
            {t("proof.ask")}
          </button>
        )}
      </p>
    </>
  );
}

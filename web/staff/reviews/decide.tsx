import { useState } from "preact/hooks";
import { Refusal } from "../api.ts";
import { useConsole } from "../console-context.ts";
import { useSending } from "../parts/sending.ts";
import { WithReason } from "../parts/with-reason.tsx";
import { t } from "../texts/texts.ts";

/** What can be decided of something that stands in a list. */
export interface Verb {
  decision: "approved" | "declined";
  /** On its button. */
  text: string;
  /** Once it is done. */
  said: string;
  /** Asked before it is done, with why. */
  asks?: { title: string; text: string; isGrave?: boolean };
}

interface DecideProps {
  /** In the staff API. */
  path: string;
  verbs: readonly Verb[];
  /** How it stands as it is shown; where it stands otherwise by now, nothing is done. */
  from?: string | undefined;
  /** Reads the list anew. */
  done: () => Promise<void>;
}

/** The buttons of one thing in a list. Where somebody else has decided meanwhile, that is said, and the list read anew. */
export function Decide({ path, verbs, from, done }: DecideProps) {
  const { ask, say } = useConsole();
  const { send, isBusy, problem } = useSending();
  const [asking, setAsking] = useState<Verb>();
  const decide = async ({ decision, said }: Verb, reason?: string): Promise<void> => {
    const body = { decision, ...(from && { from }), ...(reason && { reason }) };
    try {
      await ask(path, { method: "POST", body });
      say(said);
    } catch (cause) {
      if (!(cause instanceof Refusal && cause.problem.type === "changed-meanwhile")) throw cause;
      say(t("review.changed"));
    }
    await goingOn(done);
  };
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="actions" aria-busy={isBusy}>
        {verbs.map((verb, i) => (
          <button
            key={verb.decision}
            type="button"
            class={i === 0 && !verb.asks ? "small" : "button-quiet small"}
            data-row={i === 0 || undefined}
            onClick={() => (verb.asks ? setAsking(verb) : send(() => decide(verb)))}
          >
            {verb.text}
          </button>
        ))}
      </p>
      {asking?.asks && (
        <WithReason
          {...asking.asks}
          button={asking.text}
          hint={t("review.reason.hint")}
          mustSay
          act={(reason) => decide(asking, reason)}
          close={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** What was decided goes from the list, and the focus with it: it goes on to what has come into its place. */
async function goingOn(done: () => Promise<void>): Promise<void> {
  const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const card = document.activeElement?.closest("li");
  const at = rows().findIndex((row) => card?.contains(row));
  await done();
  requestAnimationFrame(() =>
    (rows()[at] ?? rows().at(-1) ?? document.querySelector<HTMLElement>("main h1"))?.focus(),
  );
}

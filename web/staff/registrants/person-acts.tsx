import { useState } from "preact/hooks";
import type { PersonFile } from "../../../shared/contracts/registrants.ts";
import { useConsole } from "../console-context.ts";
import { WithReason } from "../parts/with-reason.tsx";
import { t } from "../texts/texts.ts";

export type Verb = "withdraw" | "stop-mails" | "erase";

interface PersonActsProps {
  file: PersonFile;
  done: (verb: Verb) => void;
}

/** What is done for a person who asks for it, by mail say. */
export function PersonActs({ file, done }: PersonActsProps) {
  const areStopped = file.mails.stopped.includes("all");
  return (
    <section class="card">
      <h2>{t("person.acts")}</h2>
      {areStopped ? (
        <p class="hint">{t("person.mails.stopped")}</p>
      ) : (
        <PersonAct person={file.person} verb="stop-mails" done={done} />
      )}
      <PersonAct person={file.person} verb="erase" done={done} />
    </section>
  );
}

interface PersonActProps {
  person: string;
  verb: Verb;
  scope?: string;
  done: (verb: Verb) => void;
}

/** One act, which is asked for twice and noted with its reason. */
export function PersonAct({ person, verb, scope, done }: PersonActProps) {
  const { ask } = useConsole();
  const [isAsking, setAsking] = useState(false);
  const act = async (reason: string): Promise<void> => {
    const body = { ...(reason && { reason }), ...(scope && { scope }) };
    await ask(`persons/${person}/${verb}`, { method: "POST", body });
    done(verb);
  };
  return (
    <>
      <p class="actions">
        <button type="button" class="button-quiet small" onClick={() => setAsking(true)}>
          {t(`person.${verb}`)}
        </button>
      </p>
      {isAsking && (
        <WithReason
          title={t(`person.${verb}.ask`)}
          text={t(`person.${verb}.text`)}
          button={t(`person.${verb}`)}
          hint={t("person.reason.hint")}
          isGrave={verb !== "stop-mails"}
          act={act}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}

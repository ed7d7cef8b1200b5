import { useState } from "preact/hooks";
import type { PersonFile } from "../../../shared/contracts/registrants.ts";
import { useConsole } from "../console-context.ts";
import { Confirm } from "../parts/confirm.tsx";
import { TextField } from "../parts/field.tsx";
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
  const [reason, setReason] = useState("");
  const act = async (): Promise<void> => {
    const body = { ...(reason.trim() && { reason: reason.trim() }), ...(scope && { scope }) };
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
        <Confirm
          title={t(`person.${verb}.ask`)}
          text={t(`person.${verb}.text`)}
          button={t(`person.${verb}`)}
          isGrave={verb !== "stop-mails"}
          act={act}
          close={() => setAsking(false)}
        >
          <TextField
            name={`reason-${verb}`}
            label={t("person.reason")}
            hint={t("person.reason.hint")}
            value={reason}
            change={setReason}
            input={{ type: "text", autoComplete: "off", maxLength: 200 }}
          />
        </Confirm>
      )}
    </>
  );
}

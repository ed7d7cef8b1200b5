import { useState } from "preact/hooks";
import { type SignableTurn, signableAnswer, signableTurns } from "../../../shared/domain/signable-states.ts";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { go } from "../place.ts";
import { t } from "../texts/texts.ts";
import { type Acting, type SignableFile, signablePath, titleOf } from "./staff-signable.ts";

const looks = { cancel: "button-grave", discard: "button-grave", reinstate: "button-quiet" } as const;

/** Withdrawing it, bringing it back, throwing a draft away: what its state allows; each is asked for twice. */
export function TurnForms(acting: Acting) {
  const [verb, setVerb] = useState<SignableTurn>();
  const possible = possibleTurns(acting.file);
  if (possible.length === 0) return null;
  return (
    <section class="card">
      <h2>{t("event.do")}</h2>
      <p class="actions">
        {possible.map((one) => (
          <button key={one} type="button" class={looks[one]} onClick={() => setVerb(one)}>
            {t(`signable.turn.${one}`)}
          </button>
        ))}
      </p>
      {verb && <TurnSheet {...acting} verb={verb} close={() => setVerb(undefined)} />}
    </section>
  );
}

/** What has been fixed by its closing date stays as it is. */
function possibleTurns({ state, frozen }: SignableFile): SignableTurn[] {
  if (frozen) return [];
  return signableTurns.filter((verb) => {
    const answer = signableAnswer(verb, state);
    return answer !== undefined && "to" in answer;
  });
}

function TurnSheet({ file, done, again, verb, close }: Acting & { verb: SignableTurn; close: () => void }) {
  const { ask, say } = useConsole();
  const [reason, setReason, forget] = useDraft(`${file.scope}.${verb}`, "");
  const sending = useSending();
  const name = titleOf(file);
  const submit = () =>
    sending.send(
      async () => {
        await ask(signablePath(file, `/${verb}`), {
          method: "POST",
          body: { reason, version: file.version },
        });
        forget();
        close();
        if (verb !== "discard") return done(t(`signable.turned.${verb}`, { name }));
        say(t("signable.turned.discard", { name }));
        go(`/staff/${file.kind}s`);
      },
      ({ type }) => {
        if (type !== "invalid-request") again();
        return false;
      },
    );
  return (
    <Sheet title={t(`signable.turn.${verb}`)} close={close}>
      <p>{t(`signable.turn.${verb}.text`)}</p>
      <SentForm sending={sending} submit={submit} button={t(`signable.turn.${verb}`)} look={looks[verb]}>
        <LongTextField
          name="turn-reason"
          label={t("field.reason")}
          hint={t("signable.closing.reason.hint")}
          problem={sending.problemOf("/reason")}
          value={reason}
          change={setReason}
          rows={3}
          required
        />
      </SentForm>
    </Sheet>
  );
}

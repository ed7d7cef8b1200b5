import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";
import { type EventVerb, possibleVerbs, titleOf } from "./staff-event.ts";

/** Publishing, closing, cancelling: each says what it does to people, and is asked for twice. */
export function VerbForms(acting: Acting) {
  const [verb, setVerb] = useState<EventVerb>();
  const possible = possibleVerbs(acting.event.state);
  if (possible.length === 0) return null;
  return (
    <section class="card">
      <h2>{t("event.do")}</h2>
      <p class="actions">
        {possible.map((one) => (
          <button
            key={one}
            type="button"
            class={one === "cancel" ? "button-grave" : "button-quiet"}
            onClick={() => setVerb(one)}
          >
            {t(`event.verb.${one}`)}
          </button>
        ))}
      </p>
      {verb && <VerbSheet {...acting} verb={verb} close={() => setVerb(undefined)} />}
    </section>
  );
}

function VerbSheet({ event, done, again, verb, close }: Acting & { verb: EventVerb; close: () => void }) {
  const { ask } = useConsole();
  const [reason, setReason, forget] = useDraft(`event.${event.slug}.${verb}`, "");
  const sending = useSending();
  const submit = () =>
    sending.send(
      async () => {
        const body = reason.trim() ? { reason: reason.trim() } : {};
        await ask(eventPath(event, verb), { method: "POST", body });
        forget();
        close();
        done(t(`event.done.${verb}`, { name: titleOf(event) }));
      },
      () => {
        again();
        return false;
      },
    );
  return (
    <Sheet title={t(`event.verb.${verb}`)} close={close}>
      <p>{t(`event.verb.${verb}.text`)}</p>
      <SentForm
        sending={sending}
        submit={submit}
        button={t(`event.verb.${verb}`)}
        look={verb === "cancel" ? "button-grave" : undefined}
      >
        <LongTextField
          name="verb-reason"
          label={t("field.reason")}
          value={reason}
          change={setReason}
          rows={3}
          required={verb === "cancel"}
        />
      </SentForm>
    </Sheet>
  );
}

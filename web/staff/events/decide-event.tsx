import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { DecisionChoices } from "../parts/decision-choices.tsx";
import { LongTextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";
import { type EventDecision, eventDecisions, titleOf } from "./staff-event.ts";

interface Draft {
  decision?: EventDecision;
  reason: string;
}

const nothing: Draft = { reason: "" };

/** The decision on a proposal; what is said is mailed to whoever proposed it. */
export function DecideEvent({ event, done, again }: Acting) {
  const { ask } = useConsole();
  const [draft, setDraft, forget] = useDraft<Draft>(`event.${event.slug}`, nothing);
  const sending = useSending();
  const { decision, reason } = draft;
  if (event.state !== "submitted") return null;
  const submit = () =>
    sending.send(
      async () => {
        if (!decision) return;
        const body = { decision, ...(reason.trim() && { reason: reason.trim() }) };
        await ask(eventPath(event, "decision"), { method: "POST", body });
        forget();
        done(t(`decide.sent.${decision}`, { name: titleOf(event) }));
      },
      ({ type }) => {
        // Shown as it stands now; the word for it is shown too.
        if (type === "changed-meanwhile" || type === "not-submitted") again();
        return false;
      },
    );
  return (
    <SentForm
      title={t("decide.title")}
      sending={sending}
      submit={submit}
      button={t(decision ? `decide.${decision}` : "decide.title")}
      look={decision ? (decision === "declined" ? "button-grave" : undefined) : "button-quiet"}
      beside={
        decision && (
          <button type="button" class="button-quiet" onClick={forget}>
            {t("decide.drop")}
          </button>
        )
      }
    >
      <DecisionChoices
        possible={eventDecisions}
        chosen={decision}
        choose={(next) => setDraft({ ...draft, decision: next })}
      />
      {decision && (
        <LongTextField
          name="reason"
          label={t("decide.text")}
          hint={t(`event.reason.${decision}.hint`)}
          value={reason}
          change={(next) => setDraft({ ...draft, reason: next })}
          required={decision !== "approved"}
        />
      )}
    </SentForm>
  );
}

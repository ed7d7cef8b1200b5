import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";
import { type EventDecision, eventDecisions, titleOf } from "./staff-event.ts";

interface Draft {
  decision?: EventDecision;
  reason: string;
}

const nothing: Draft = { reason: "" };
const keys: Record<EventDecision, string> = { approved: "a", question: "q", declined: "d" };

/** The decision on a proposal; what is said is mailed to whoever proposed it. */
export function DecideEvent({ event, done, again }: Acting) {
  const { ask } = useConsole();
  const [draft, setDraft, forget] = useDraft<Draft>(`event.${event.slug}`, nothing);
  const { send, isBusy, problem } = useSending();
  const { decision, reason } = draft;
  if (event.state !== "submitted") return null;
  const submit = () =>
    send(
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
    <form
      class="card form"
      aria-busy={isBusy}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
    >
      <h2>{t("decide.title")}</h2>
      <fieldset class="choices">
        <legend>{t("decide.legend")}</legend>
        {eventDecisions.map((one) => (
          <div class="tick" key={one}>
            <input
              id={`decide-${one}`}
              type="radio"
              name="decision"
              data-key={keys[one]}
              aria-keyshortcuts={keys[one]}
              checked={decision === one}
              onChange={() => setDraft({ ...draft, decision: one })}
            />
            <label for={`decide-${one}`}>
              {t(`decide.${one}`)} <kbd>{keys[one]}</kbd>
            </label>
          </div>
        ))}
      </fieldset>
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
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {decision && (
        <p class="actions">
          <button type="submit" class={decision === "declined" ? "button-grave" : undefined}>
            {t(isBusy ? "sign-in.busy" : `decide.${decision}`)}
          </button>
          <button type="button" class="button-quiet" onClick={forget}>
            {t("decide.drop")}
          </button>
        </p>
      )}
    </form>
  );
}

import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { DecisionChoices } from "../parts/decision-choices.tsx";
import { ChoiceField, LongTextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t, wordText } from "../texts/texts.ts";
import { type Application, type Decision, offeredReasons, possibleDecisions } from "./application.ts";

interface DecideProps {
  file: Application;
  done: (decision: Decision) => void;
  /** Somebody else decided or changed it meanwhile; nothing was sent. */
  changed: () => void;
}

interface Draft {
  decision?: Decision;
  reason: string;
  text: string;
}

const nothing: Draft = { reason: "", text: "" };

/** The name of the draft of a decision. */
export const draftOf = ({ id }: Pick<Application, "id">): string => `member.${id}`;

/** Decision, reason, words: sent with the version that was looked at, so that nobody decides on what has changed. */
export function DecideForm({ file, done, changed }: DecideProps) {
  const { ask } = useConsole();
  const [draft, setDraft, forget] = useDraft<Draft>(draftOf(file), nothing);
  const sending = useSending();
  const possible = possibleDecisions(file);
  const decision = possible.find((one) => one === draft.decision);

  const submit = () =>
    sending.send(
      async () => {
        if (!decision) return;
        const body = { ...wishOf(decision, draft), version: file.version };
        await ask(`members/${encodeURIComponent(file.id)}/decision`, { method: "POST", body });
        forget();
        done(decision);
      },
      ({ type }) => {
        if (type !== "changed-meanwhile") return false;
        changed();
        return true;
      },
    );

  if (possible.length === 0) return <p class="hint">{t("decide.none")}</p>;
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
        possible={possible}
        chosen={decision}
        choose={(next) => setDraft({ ...draft, decision: next, reason: "" })}
      />
      {decision && <Reasons decision={decision} draft={draft} setDraft={setDraft} />}
      {draft.text && <p class="hint">{t("decide.kept")}</p>}
    </SentForm>
  );
}

function wishOf(decision: Decision, { reason, text }: Draft) {
  return {
    decision,
    ...(decision === "approved" ? {} : { reason }),
    ...(text.trim() && { text: text.trim() }),
  };
}

function Reasons(props: { decision: Decision; draft: Draft; setDraft: (draft: Draft) => void }) {
  const { decision, draft, setDraft } = props;
  return (
    <>
      {decision !== "approved" && (
        <ChoiceField
          name="reason"
          label={t(`decide.reason.${decision}`)}
          value={draft.reason}
          change={(reason) => setDraft({ ...draft, reason })}
          choices={offeredReasons[decision].map((value) => ({ value, text: wordText("reason", value) }))}
          any={t("none")}
          required
        />
      )}
      <LongTextField
        name="text"
        label={t("decide.text")}
        hint={t(`decide.text.${decision}.hint`)}
        value={draft.text}
        change={(text) => setDraft({ ...draft, text })}
        required={decision === "question"}
      />
    </>
  );
}

import { useState } from "preact/hooks";
import { type StaffNewsVerb, staffNewsVerbs } from "../../../shared/domain/news-states.ts";
import { useAsked, useConsole } from "../console-context.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { Sheet } from "../parts/sheet.tsx";
import { t } from "../texts/texts.ts";
import { type AtMailing, mailingPath, type Recipients } from "./mailing.ts";

interface NewsVerbsProps extends AtMailing {
  /** Something is typed that would not go out. */
  hasUnsaved: boolean;
}

/** What can be done to a mailing as it stands; each says what it does to people, and is asked for twice. */
export function NewsVerbs({ hasUnsaved, ...at }: NewsVerbsProps) {
  const [verb, setVerb] = useState<StaffNewsVerb>();
  const { mailing } = at;
  const possible = staffNewsVerbs.filter((known) => mailing.verbs.includes(known));
  if (possible.length === 0) return null;
  const isEmpty = Object.keys(mailing.texts).length === 0;
  const mustWait = (one: StaffNewsVerb) => (one === "send" || one === "schedule") && (hasUnsaved || isEmpty);
  return (
    <section class="card" aria-labelledby="do-title">
      <h2 id="do-title">{t("news.do")}</h2>
      <p class="actions">
        {possible.map((one) => (
          <button
            key={one}
            type="button"
            class={
              one === "cancel" ? "button-grave" : one === "send" || one === "resume" ? "" : "button-quiet"
            }
            disabled={mustWait(one)}
            onClick={() => setVerb(one)}
          >
            {t(`news.verb.${one}`)}
          </button>
        ))}
      </p>
      {possible.some(mustWait) && <p class="hint">{t(isEmpty ? "news.do.empty" : "news.do.unsaved")}</p>}
      {verb && <VerbSheet {...at} verb={verb} close={() => setVerb(undefined)} />}
    </section>
  );
}

function VerbSheet({
  mailing,
  done,
  again,
  verb,
  close,
}: AtMailing & { verb: StaffNewsVerb; close: () => void }) {
  const { ask } = useConsole();
  const [sendAt, setSendAt] = useState("");
  const { send, isBusy, problem, problemOf } = useSending();
  const submit = () =>
    send(
      async () => {
        const body = verb === "schedule" ? { sendAt: momentOf(sendAt) } : {};
        await ask(mailingPath(mailing.id, `/${verb}`), { method: "POST", body });
        close();
        done(t(`news.done.${verb}`));
      },
      ({ type }) => {
        if (type !== "invalid-request") again();
        return false;
      },
    );
  return (
    <Sheet title={t(`news.verb.${verb}`)} close={close}>
      <p>{t(`news.verb.${verb}.text`)}</p>
      {(verb === "send" || verb === "schedule") && <HowMany id={mailing.id} />}
      <form
        class="form"
        aria-busy={isBusy}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          submit();
        }}
      >
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {verb === "schedule" && (
          <TextField
            name="send-at"
            label={t("news.send-at")}
            hint={t("news.send-at.hint", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
            value={sendAt}
            problem={problemOf("/sendAt") && t("news.send-at.problem")}
            change={setSendAt}
            input={{ type: "datetime-local", required: true }}
          />
        )}
        <p class="actions">
          <button type="submit" class={verb === "cancel" ? "button-grave" : undefined}>
            {t(isBusy ? "sign-in.busy" : `news.verb.${verb}`)}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

/** Counted once more at the moment when it matters. */
function HowMany({ id }: { id: string }) {
  const { answer } = useAsked<Recipients>(mailingPath(id, "/recipients"));
  const text = answer?.complete ? "news.how-many" : "news.how-many.at-least";
  return (
    <p role="status">
      <strong>{answer ? t(text, { n: answer.recipients.toLocaleString() }) : t("console.loading")}</strong>
    </p>
  );
}

/** A local time of this browser as a moment; what cannot be read is left for the API to refuse. */
function momentOf(typed: string): string | undefined {
  const moment = new Date(typed);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, signablePath } from "./staff-signable.ts";

/** When each who promised is asked whether they kept it, and when once more. */
export function AskingForm({ file, done, again }: Acting) {
  const { ask } = useConsole();
  const stands = { first: String(file.askAfterDays ?? ""), second: String(file.askAgainAfterDays ?? "") };
  const [days, setDays, forget] = useDraft(`${file.scope}.asking`, stands);
  const sending = useSending();
  const submit = () =>
    sending.send(
      async () => {
        const [askAfterDays, askAgainAfterDays] = [Number(days.first), Number(days.second)];
        const body = { askAfterDays, askAgainAfterDays, version: file.version };
        await ask(signablePath(file), { method: "POST", body });
        forget();
        done(t("signable.asking.saved"));
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return false;
      },
    );
  const input = { type: "number", min: 1, required: true } as const;
  return (
    <SentForm
      title={t("signable.asking")}
      sending={sending}
      submit={submit}
      button={t("signable.asking.save")}
      look="button-quiet"
    >
      <TextField
        name="ask-after"
        label={t("signable.asking.first")}
        problem={sending.problemOf("/askAfterDays")}
        value={days.first}
        change={(first) => setDays({ ...days, first })}
        input={input}
      />
      <TextField
        name="ask-again"
        label={t("signable.asking.second")}
        hint={t("signable.asking.hint")}
        problem={sending.problemOf("/askAgainAfterDays")}
        value={days.second}
        change={(second) => setDays({ ...days, second })}
        input={input}
      />
    </SentForm>
  );
}

import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField, TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, languageText, signablePath } from "./staff-signable.ts";

interface Typed {
  title: string;
  summary: string;
}

/** Title and summary in one language: what lists and mails say of it. They can be changed at any time. */
export function DescribeForm({ file, done, again, locale }: Acting & { locale: string }) {
  const { ask } = useConsole();
  const stands: Typed = { title: file.title[locale] ?? "", summary: file.summary[locale] ?? "" };
  const [typed, setTyped, forget] = useDraft<Typed>(`${file.scope}.described.${locale}`, stands);
  const sending = useSending();
  const submit = () =>
    sending.send(
      async () => {
        const title = { [locale]: typed.title };
        const summary = { [locale]: typed.summary };
        await ask(signablePath(file), { method: "POST", body: { title, summary, version: file.version } });
        forget();
        done(t("signable.described", { language: languageText(locale) }));
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return false;
      },
    );
  return (
    <SentForm
      title={t("signable.describe")}
      sending={sending}
      submit={submit}
      button={t("signable.describe.save")}
      look="button-quiet"
    >
      <TextField
        name="title"
        label={t("event.title")}
        problem={sending.problemOf(`/title/${locale}`)}
        value={typed.title}
        change={(title) => setTyped({ ...typed, title })}
        input={{ type: "text", required: true, maxLength: 150, autoComplete: "off", dir: "auto" }}
      />
      <LongTextField
        name="summary"
        label={t("event.summary")}
        hint={t("signable.summary.hint")}
        problem={sending.problemOf(`/summary/${locale}`)}
        value={typed.summary}
        change={(summary) => setTyped({ ...typed, summary })}
        rows={3}
        required
      />
    </SentForm>
  );
}

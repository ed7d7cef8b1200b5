import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField, TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { Stale } from "../parts/stale.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, languageText, signablePath } from "./staff-signable.ts";

interface Description {
  title: string;
  summary: string;
}

interface Draft extends Description {
  /** How it stood when this was begun. */
  on: Description;
}

/** Title and summary in one language: what lists and mails say of it. They can be changed at any time. */
export function DescribeForm({ file, done, again, locale }: Acting & { locale: string }) {
  const { ask } = useConsole();
  const stands: Description = { title: file.title[locale] ?? "", summary: file.summary[locale] ?? "" };
  const [typed, setTyped, forget] = useDraft<Draft>(`${file.scope}.described.${locale}`, {
    ...stands,
    on: stands,
  });
  const isStale = typed.on.title !== stands.title || typed.on.summary !== stands.summary;
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
      disabled={isStale}
    >
      {isStale && (
        <Stale
          differences={[
            { label: t("event.title"), theirs: stands.title, mine: typed.title },
            { label: t("event.summary"), theirs: stands.summary, mine: typed.summary },
          ].filter(({ theirs, mine }) => theirs !== mine)}
          keep={() => setTyped({ ...typed, on: stands })}
          drop={forget}
        />
      )}
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

import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { Field, tied } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { Stale } from "../parts/stale.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, currentVersion, directionOf, languageText, signablePath } from "./staff-signable.ts";
import { TextPreview } from "./text-preview.tsx";

interface Draft {
  text: string;
  /** The digest of the saved draft that this was begun on; null where there was none. */
  on: string | null;
}

/**
 * One language of the next version. Saving keeps a draft that nobody can sign; what is in force stays as it is. What was
 * typed and not saved stays in this tab.
 */
export function TextForm({ file, done, again, locale }: Acting & { locale: string }) {
  const { ask } = useConsole();
  const saved = file.nextTexts.find((text) => text.locale === locale);
  const inForce = file.texts.find((text) => text.locale === locale);
  const begun: Draft = { text: saved?.text ?? inForce?.text ?? "", on: saved?.sha256 ?? null };
  const name = `${file.scope}.text.${file.nextVersion}.${locale}`;
  const [draft, setDraft, forget] = useDraft<Draft>(name, begun);
  const [isShown, setShown] = useState(false);
  const sending = useSending();
  const isStale = draft.on !== begun.on;
  const path = signablePath(file, `/texts/${locale}`);
  const names = { language: languageText(locale), version: file.nextVersion };
  const submit = () =>
    sending.send(
      async () => {
        await ask(path, { method: "PUT", body: { text: draft.text, replaces: draft.on } });
        forget();
        done(t("signable.text.saved", names));
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return false;
      },
    );
  const drop = () =>
    sending.send(async () => {
      await ask(path, { method: "DELETE" });
      forget();
      done(t("signable.text.dropped", names));
    });
  const field = {
    name: "text",
    label: t("signable.text.label", names),
    hint: t(currentVersion(file) === 0 ? "signable.text.hint.first" : "signable.text.hint"),
    problem: sending.problemOf("/text"),
  };
  return (
    <SentForm
      title={t("signable.text")}
      sending={sending}
      submit={submit}
      button={t("signable.text.save")}
      disabled={isStale}
      beside={
        <>
          <button
            type="button"
            class="button-quiet"
            aria-expanded={isShown}
            onClick={() => setShown(!isShown)}
          >
            {t("signable.preview")}
          </button>
          {saved && (
            <button type="button" class="button-quiet" onClick={drop}>
              {t("signable.text.drop")}
            </button>
          )}
        </>
      }
    >
      <p class="hint">{saved ? t("signable.text.is-saved", names) : t("signable.text.is-not", names)}</p>
      {isStale && (
        <Stale
          differences={[{ label: field.label, theirs: begun.text, mine: draft.text }]}
          keep={() => setDraft({ ...draft, on: begun.on })}
          drop={forget}
        />
      )}
      <Field {...field}>
        <textarea
          {...tied(field)}
          class="text-to-sign"
          rows={14}
          required
          lang={locale}
          dir={directionOf(locale)}
          value={draft.text}
          onInput={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
        />
      </Field>
      {isShown && <TextPreview locale={locale} text={draft.text} before={inForce?.text.trim()} />}
    </SentForm>
  );
}

import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, currentVersion, languagesText, languageText, signablePath } from "./staff-signable.ts";
import { TextPreview } from "./text-preview.tsx";

/** What the next version has, what it lacks, and the way to put it in force. */
export function PublishForm(acting: Acting) {
  const { file } = acting;
  const [isOpen, setOpen] = useState(false);
  const written = file.nextTexts.map(({ locale }) => locale);
  const lacking = file.texts.map(({ locale }) => locale).filter((locale) => !written.includes(locale));
  return (
    <section class="card">
      <h2>{t("signable.next", { version: file.nextVersion })}</h2>
      {written.length === 0 ? (
        <p class="hint">{t("signable.next.none")}</p>
      ) : (
        <p>{t("signable.next.written", { languages: languagesText(written) })}</p>
      )}
      {written.length > 0 && lacking.length > 0 && (
        <p class="notice">{t("signable.next.lacking", { languages: languagesText(lacking) })}</p>
      )}
      {written.length > 0 && !written.includes("en") && <p class="notice">{t("signable.next.english")}</p>}
      {written.includes("en") && (
        <p class="actions">
          <button type="button" onClick={() => setOpen(true)}>
            {t("signable.publish", { version: file.nextVersion })}
          </button>
        </p>
      )}
      {isOpen && <PublishSheet {...acting} close={() => setOpen(false)} />}
    </section>
  );
}

/** All languages once more as they will be signed, and what changed, before anything is done. */
function PublishSheet({ file, done, again, close }: Acting & { close: () => void }) {
  const { ask } = useConsole();
  const { nextVersion: version, nextTexts } = file;
  const [note, setNote, forget] = useDraft<Record<string, string>>(`${file.scope}.note.${version}`, {});
  const sending = useSending();
  const isFirst = currentVersion(file) === 0;
  const submit = () =>
    sending.send(
      async () => {
        const said = Object.entries(note).filter(([, text]) => text.trim());
        const body = {
          ...(!isFirst && { note: Object.fromEntries(said) }),
          version: file.version,
        };
        await ask(signablePath(file, "/versions"), { method: "POST", body });
        forget();
        close();
        done(t("signable.published", { version }));
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return false;
      },
    );
  return (
    <Sheet title={t("signable.publish", { version })} close={close}>
      <p>{t(isFirst ? "signable.publish.first" : "signable.publish.text")}</p>
      <SentForm sending={sending} submit={submit} button={t("signable.publish", { version })}>
        {nextTexts.map(({ locale, text, sha256 }) => (
          <details key={locale}>
            <summary>{languageText(locale)}</summary>
            <TextPreview
              locale={locale}
              text={text}
              before={file.texts.find((known) => known.locale === locale)?.text.trim()}
            />
            <p class="hint digest">SHA-256 {sha256}</p>
          </details>
        ))}
        {!isFirst &&
          nextTexts.map(({ locale }) => (
            <LongTextField
              key={locale}
              name={`note-${locale}`}
              label={t("signable.note", { language: languageText(locale) })}
              hint={locale === "en" ? t("signable.note.hint") : undefined}
              problem={sending.problemOf(`/note/${locale}`)}
              value={note[locale] ?? ""}
              change={(text) => setNote({ ...note, [locale]: text })}
              rows={2}
              required={locale === "en"}
            />
          ))}
      </SentForm>
    </Sheet>
  );
}

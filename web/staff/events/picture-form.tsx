import { useState } from "preact/hooks";
import { direction } from "../../../shared/locales/languages.ts";
import { useConsole } from "../console-context.ts";
import { Field, TextField, tied } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";
import { inBase64 } from "./base64.ts";
import { nativeNames, textsOf, writtenIn } from "./event-texts.ts";

/** The event's picture: another one, other words for it, or none. */
export function PictureForm({ event, done, again }: Acting) {
  const { ask } = useConsole();
  const [file, setFile] = useState<File>();
  const [alt, setAlt] = useState<Record<string, string>>(event.picture?.alt ?? {});
  const sending = useSending();
  const send = (body: object, said: string) =>
    sending.send(
      async () => {
        const { version } = event;
        await ask(eventPath(event, "picture"), { method: "POST", body: { version, ...body } });
        setFile(undefined);
        done(said);
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return false;
      },
    );
  const submit = async () => {
    const said = Object.fromEntries(Object.entries(alt).filter(([, words]) => words.trim() !== ""));
    const body = { alt: said, ...(file && { picture: await inBase64(file) }) };
    await send(body, t("event.picture.saved"));
  };
  const chosen = {
    name: "picture",
    label: t("event.picture.another"),
    hint: t("event.picture.hint"),
    problem: sending.problemOf("/picture"),
  };
  const written = writtenIn(textsOf(event));
  return (
    <SentForm
      title={t("event.picture")}
      sending={sending}
      submit={() => void submit()}
      button={t("event.picture.save")}
      look="button-quiet"
      disabled={!file && !event.picture}
      beside={
        event.picture && (
          <button
            type="button"
            class="button-quiet"
            onClick={() => send({ picture: null }, t("event.picture.removed"))}
          >
            {t("event.picture.remove")}
          </button>
        )
      }
    >
      {!event.picture && <p class="hint">{t("event.picture.none")}</p>}
      <Field {...chosen}>
        <input
          {...tied(chosen)}
          type="file"
          accept="image/jpeg,image/png,image/svg+xml"
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
        />
      </Field>
      {written.map((locale) => (
        <TextField
          key={locale}
          name={`alt-${locale}`}
          label={
            written.length > 1
              ? t("event.picture.alt.in", { language: nativeNames[locale] })
              : t("event.picture.alt")
          }
          hint={t("event.picture.alt.hint")}
          problem={sending.problemOf("/alt") ?? sending.problemOf(`/alt/${locale}`)}
          value={alt[locale] ?? ""}
          change={(words) => setAlt({ ...alt, [locale]: words })}
          input={{ type: "text", lang: locale, dir: direction(locale), maxLength: 200 }}
        />
      ))}
    </SentForm>
  );
}

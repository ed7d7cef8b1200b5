import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { ChoiceField, LongTextField, TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { countryChoices } from "../texts/choices.ts";
import { type TextKey, t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";
import { EventPreview } from "./event-preview.tsx";
import { LanguageTexts } from "./language-texts.tsx";
import { changesOf, isMove, type TypedEvent, typedOf } from "./typed-event.ts";

interface Line {
  name: Exclude<keyof TypedEvent, "version" | "online" | "texts">;
  label: TextKey;
  hint?: TextKey;
  pointer?: string;
  type: "text" | "datetime-local" | "url";
  required?: boolean;
}

const times: readonly Line[] = [
  { name: "starts", label: "event.starts", type: "datetime-local", required: true },
  { name: "ends", label: "event.ends", type: "datetime-local", required: true },
  { name: "timeZone", label: "event.time-zone", type: "text", required: true },
];
const placeName: Line = { name: "placeName", label: "event.place", pointer: "/place/name", type: "text" };
const further: readonly Line[] = [
  { name: "joinLink", label: "event.join-link", type: "url" },
  { name: "organizer", label: "event.organizer", type: "text" },
  { name: "languages", label: "event.languages", hint: "event.languages.hint", type: "text" },
];

/** The editor of an event. What is typed is a draft until it is saved on the version that was opened. */
export function EditEvent({ event, done, again, close }: Acting & { close: () => void }) {
  const { ask } = useConsole();
  const [typed, setTyped, forget] = useDraft<TypedEvent>(`event.${event.slug}.edit`, typedOf(event));
  const [isPreviewed, setPreviewed] = useState(false);
  const sending = useSending();
  const { problemOf } = sending;
  const isStale = typed.version !== event.version;
  const submit = () =>
    sending.send(
      async () => {
        await ask(eventPath(event), { method: "POST", body: changesOf(event, typed) });
        forget();
        done(t("event.saved"));
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return type === "changed-meanwhile";
      },
    );
  const drop = (): void => {
    forget();
    close();
  };
  const lineOf = ({ name, label, hint, pointer, type, required = false }: Line) => (
    <TextField
      key={name}
      name={name}
      label={t(label)}
      hint={hint && t(hint)}
      value={typed[name]}
      problem={problemOf(pointer ?? `/${name}`)}
      change={(value) => setTyped({ ...typed, [name]: value })}
      input={{ type, required, autoComplete: "off" }}
    />
  );
  const foldOf = (name: "startsFold" | "endsFold", label: TextKey) =>
    (typed[name] || problemOf(`/${name}`)) && (
      <ChoiceField
        name={name}
        label={t(label)}
        value={typed[name]}
        problem={problemOf(`/${name}`)}
        any={t("event.language.choose")}
        choices={(["earlier", "later"] as const).map((value) => ({ value, text: t(`event.fold.${value}`) }))}
        change={(value) => setTyped({ ...typed, [name]: value })}
      />
    );
  return (
    <SentForm
      title={t("event.edit")}
      sending={sending}
      submit={submit}
      button={t("event.save")}
      disabled={isStale}
      beside={
        <>
          <button type="button" class="button-quiet" onClick={() => setPreviewed(true)}>
            {t("event.preview")}
          </button>
          <button type="button" class="button-quiet" onClick={drop}>
            {t("decide.drop")}
          </button>
        </>
      }
    >
      {isStale && (
        <div class="error-summary" role="alert">
          <h3>{t("conflict.title")}</h3>
          <p>{t("event.stale")}</p>
          <p class="actions">
            <button type="button" onClick={() => setTyped({ ...typed, version: event.version })}>
              {t("event.stale.mine")}
            </button>
            <button type="button" class="button-quiet" onClick={drop}>
              {t("event.stale.theirs")}
            </button>
          </p>
        </div>
      )}
      <LanguageTexts
        texts={typed.texts}
        change={(texts) => setTyped({ ...typed, texts })}
        problemOf={problemOf}
      />
      {times.map(lineOf)}
      {foldOf("startsFold", "event.starts")}
      {foldOf("endsFold", "event.ends")}
      <div class="field tick">
        <input
          id="edit-online"
          type="checkbox"
          checked={typed.online}
          onChange={({ currentTarget }) => setTyped({ ...typed, online: currentTarget.checked })}
        />
        <label for="edit-online">{t("event.online")}</label>
      </div>
      {lineOf(placeName)}
      <ChoiceField
        name="placeCountry"
        label={t("field.country")}
        value={typed.placeCountry}
        problem={problemOf("/place/country")}
        any={t("event.country.choose")}
        choices={countryChoices()}
        change={(placeCountry) => setTyped({ ...typed, placeCountry })}
      />
      {further.map(lineOf)}
      <LongTextField
        name="accessibility"
        label={t("event.accessibility")}
        rows={3}
        value={typed.accessibility}
        problem={problemOf("/accessibility")}
        change={(accessibility) => setTyped({ ...typed, accessibility })}
      />
      <p class={isMove(event, typed) ? "notice" : "hint"} role="status">
        {t("event.moves")}
      </p>
      {isPreviewed && <EventPreview typed={typed} close={() => setPreviewed(false)} />}
    </SentForm>
  );
}

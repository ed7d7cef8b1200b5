import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { LongTextField, TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { type TextKey, t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";
import type { StaffEvent } from "./staff-event.ts";

/** What an organizer types; times are local ones of the event's place. */
interface Typed {
  /** The version that was opened: what has changed since is not written over. */
  version: number;
  title: string;
  summary: string;
  description: string;
  starts: string;
  ends: string;
  timeZone: string;
  placeName: string;
  placeCountry: string;
  online: boolean;
  joinLink: string;
  organizer: string;
  accessibility: string;
}

type TextName = Exclude<keyof Typed, "version" | "online">;

function typedOf(event: StaffEvent): Typed {
  return {
    version: event.version,
    title: event.title.en ?? "",
    summary: event.summary.en ?? "",
    description: event.description ?? "",
    starts: event.starts,
    ends: event.ends,
    timeZone: event.timeZone,
    placeName: event.place?.name ?? "",
    placeCountry: event.place?.country ?? "",
    online: event.online,
    joinLink: event.joinLink ?? "",
    organizer: event.organizer ?? "",
    accessibility: event.accessibility ?? "",
  };
}

/** What was changed, and nothing else: what is not sent stays. */
function changesOf(event: StaffEvent, typed: Typed) {
  const before = typedOf(event);
  const { placeName, placeCountry, version, ...fields } = typed;
  const changed = Object.entries(fields).filter(([name, value]) => value !== before[name as keyof Typed]);
  const isMoved = placeName !== before.placeName || placeCountry !== before.placeCountry;
  const place = placeName.trim() ? { name: placeName, country: placeCountry.toUpperCase() } : null;
  return { ...Object.fromEntries(changed), ...(isMoved && { place }), version };
}

interface Line {
  name: TextName;
  label: TextKey;
  pointer?: string;
  type: "text" | "datetime-local" | "url";
  required?: boolean;
}

const lines: readonly Line[] = [
  { name: "title", label: "event.title", type: "text", required: true },
  { name: "starts", label: "event.starts", type: "datetime-local", required: true },
  { name: "ends", label: "event.ends", type: "datetime-local", required: true },
  { name: "timeZone", label: "event.time-zone", type: "text", required: true },
  { name: "placeName", label: "event.place", pointer: "/place/name", type: "text" },
  { name: "placeCountry", label: "field.country", pointer: "/place/country", type: "text" },
  { name: "joinLink", label: "event.join-link", type: "url" },
  { name: "organizer", label: "event.organizer", type: "text" },
];
const paragraphs = [
  { name: "summary", label: "event.summary", rows: 3 },
  { name: "description", label: "event.description", rows: 8 },
  { name: "accessibility", label: "event.accessibility", rows: 3 },
] as const;

/** The editor of an event. What is typed is a draft until it is saved on the version that was opened. */
export function EditEvent({ event, done, again, close }: Acting & { close: () => void }) {
  const { ask } = useConsole();
  const [typed, setTyped, forget] = useDraft<Typed>(`event.${event.slug}.edit`, typedOf(event));
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
  return (
    <SentForm
      title={t("event.edit")}
      sending={sending}
      submit={submit}
      button={t("event.save")}
      disabled={isStale}
      beside={
        <button type="button" class="button-quiet" onClick={drop}>
          {t("decide.drop")}
        </button>
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
      {lines.map(({ name, label, pointer, type, required = false }) => (
        <TextField
          key={name}
          name={name}
          label={t(label)}
          value={typed[name]}
          problem={problemOf(pointer ?? `/${name}`)}
          change={(value) => setTyped({ ...typed, [name]: value })}
          input={{ type, required, autoComplete: "off" }}
        />
      ))}
      <div class="field tick">
        <input
          id="edit-online"
          type="checkbox"
          checked={typed.online}
          onChange={({ currentTarget }) => setTyped({ ...typed, online: currentTarget.checked })}
        />
        <label for="edit-online">{t("event.online")}</label>
      </div>
      {paragraphs.map(({ name, label, rows }) => (
        <LongTextField
          key={name}
          name={name}
          label={t(label)}
          rows={rows}
          value={typed[name]}
          problem={problemOf(`/${name}`)}
          change={(value) => setTyped({ ...typed, [name]: value })}
        />
      ))}
      <p class="hint">{t("event.moves")}</p>
    </SentForm>
  );
}

import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";

/** Another number of seats, or no limit; who waits is offered the seats that come about. */
export function CapacityForm({ event, done }: Acting) {
  const { ask } = useConsole();
  const before = event.capacity === null ? "" : String(event.capacity);
  const [seats, setSeats, forget] = useDraft(`event.${event.slug}.capacity`, before);
  const sending = useSending();
  const submit = () =>
    sending.send(async () => {
      const capacity = seats.trim() === "" ? null : Number(seats);
      await ask(eventPath(event, "capacity"), { method: "POST", body: { capacity } });
      forget();
      done(capacity === null ? t("event.capacity.unlimited") : t("event.capacity.saved", { n: seats }));
    });
  return (
    <SentForm
      title={t("event.capacity")}
      sending={sending}
      submit={submit}
      button={t("event.capacity.save")}
      look="button-quiet"
    >
      {event.seats && !event.seating && <p class="hint">{t("event.seats.figures", event.seats)}</p>}
      {event.seating && (
        <p class="notice" role="status">
          {t("event.seating")}
        </p>
      )}
      <TextField
        name="capacity"
        label={t("event.capacity.new")}
        hint={t("event.capacity.hint")}
        problem={sending.problemOf("/capacity")}
        value={seats}
        change={setSeats}
        input={{ type: "number", min: 1 }}
      />
    </SentForm>
  );
}

import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { t } from "../texts/texts.ts";
import { type Acting, eventPath } from "./acting.ts";

/** Another number of seats, or no limit; who waits is offered the seats that come about. */
export function CapacityForm({ event, done }: Acting) {
  const { ask } = useConsole();
  const before = event.capacity === null ? "" : String(event.capacity);
  const [seats, setSeats, forget] = useDraft(`event.${event.slug}.capacity`, before);
  const { send, isBusy, problem, problemOf } = useSending();
  const submit = () =>
    send(async () => {
      const capacity = seats.trim() === "" ? null : Number(seats);
      await ask(eventPath(event, "capacity"), { method: "POST", body: { capacity } });
      forget();
      done(capacity === null ? t("event.capacity.unlimited") : t("event.capacity.saved", { n: seats }));
    });
  return (
    <form
      class="card form"
      aria-busy={isBusy}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
    >
      <h2>{t("event.capacity")}</h2>
      {event.seats && <p class="hint">{t("event.seats.figures", event.seats)}</p>}
      {event.seating && (
        <p class="notice" role="status">
          {t("event.seating")}
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <TextField
        name="capacity"
        label={t("event.capacity.new")}
        hint={t("event.capacity.hint")}
        problem={problemOf("/capacity")}
        value={seats}
        change={setSeats}
        input={{ type: "number", min: 1 }}
      />
      <p class="actions">
        <button type="submit" class="button-quiet">
          {t(isBusy ? "sign-in.busy" : "event.capacity.save")}
        </button>
      </p>
    </form>
  );
}

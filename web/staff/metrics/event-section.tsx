import type { EventMetrics } from "../../../shared/contracts/metrics.ts";
import { FigureTable } from "./figure-table.tsx";
import type { Say } from "./say.ts";

/** The campaign's events, their seats, and whose organizers have yet to say who came. */
export function EventSection({ say, events }: { say: Say; events: EventMetrics }) {
  const { proposed, published, closed, cancelled, seats, attendance } = events;
  const figures = { proposed, published, closed, cancelled, ...seats };
  return (
    <section aria-labelledby="events">
      <h2 id="events">{say.t("events")}</h2>
      <p>{say.t("events_now", spoken(say, figures))}</p>
      <p>{say.t("attendance", spoken(say, attendance))}</p>
      <FigureTable
        say={say}
        caption={say.t("events")}
        file="events"
        columns={[
          { name: say.t("event") },
          { name: say.t("begins"), show: (value) => say.day(String(value)) },
          {
            name: say.t("seats"),
            show: (value) => (value === null ? say.t("unlimited") : say.number(Number(value))),
          },
          ...[{ name: say.t("registered") }, { name: say.t("reported") }, { name: say.t("attended") }],
        ]}
        rows={events.events.map(({ title, startsAt, capacity, registered, reported, attendance: said }) => [
          ...[title, startsAt.slice(0, 10), capacity, registered, reported],
          say.t(`attendance.${said}`),
        ])}
      />
    </section>
  );
}

function spoken(say: Say, figures: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, say.number(n)]));
}

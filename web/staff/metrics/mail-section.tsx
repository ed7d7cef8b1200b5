import type { MailMetrics } from "../../../shared/contracts/metrics.ts";
import { mailOutcomes, waits } from "../../../shared/domain/mail-figures.ts";
import { Part } from "./figure-table.tsx";
import { LineChart } from "./line-chart.tsx";
import type { Say } from "./say.ts";

const columnsOf = (say: Say) =>
  mailOutcomes.map((outcome) => ({ name: say.t(outcome === "unknown" ? "unknown_outcome" : outcome) }));

/** What became of mails, what waits, and for how long they had waited. */
export function MailSection({ say, mails }: { say: Say; mails: MailMetrics }) {
  const { total, byDay, byKind, waited, queues, unsettled } = mails;
  const ofSent = (n: number) => say.share(total.sent > 0 ? n / total.sent : 0);
  const waiting = (name: "confirmation" | "bulk") => {
    const queue = queues.find((one) => one.name === name);
    return say.number((queue?.waiting ?? 0) + (queue?.inHand ?? 0));
  };
  const dayAt = (place: number) => {
    const day = byDay.at(place)?.day;
    return day === undefined ? "" : say.day(day);
  };
  const [first, middle, last] = [dayAt(0), dayAt(Math.floor((byDay.length - 1) / 2)), dayAt(-1)];
  const shown = ["sent", "delivered", "bounced"] as const;
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{say.t("mails")}</h2>
      <p>{say.t("rates", { bounced: ofSent(total.bounced), complained: ofSent(total.complained) })}</p>
      <p>
        {say.t("queue", {
          confirmation: waiting("confirmation"),
          bulk: waiting("bulk"),
          unsettled: say.number(unsettled),
        })}
      </p>
      <ul>
        {queues.map(({ name, last }) => (
          <li key={name}>
            {last
              ? say.t(`last_${name}`, { at: say.moment(last.at), wait: say.lasting(last.waitedSeconds) })
              : say.t(`last_${name}_none`)}
          </li>
        ))}
      </ul>
      <p class="hint">{say.t("about", { what: say.t("approximate") })}</p>
      <Part
        say={say}
        caption={say.t("by_day")}
        file="mails-by-day"
        columns={[say.days, ...columnsOf(say)]}
        rows={byDay.map((day) => [day.day, ...mailOutcomes.map((outcome) => day[outcome])])}
        picture={
          <LineChart
            say={say}
            label={`${say.t("mails")}, ${say.t("by_day")}: ${first} – ${last}`}
            range={[0, Math.max(1, byDay.length - 1)]}
            ticks={[first, middle, last]}
            series={shown.map((outcome) => ({
              name: say.t(outcome),
              points: byDay.map((day, x) => ({ x, y: day[outcome] })),
            }))}
          />
        }
      />
      <Part
        say={say}
        caption={say.t("waited")}
        file="mails-waited"
        bars={1}
        columns={[{ name: say.t("owed") }, { name: say.t("sent") }]}
        rows={waits.map(([wait]) => [say.t(`wait.${wait}`), waited[wait] ?? 0])}
      />
      <Part
        say={say}
        caption={say.t("mails_kinds")}
        file="mails-by-kind"
        columns={[{ name: say.t("kind") }, ...columnsOf(say)]}
        rows={Object.entries(byKind).map(([kind, outcomes]) => [
          say.named("mail", kind),
          ...mailOutcomes.map((outcome) => outcomes[outcome]),
        ])}
      />
    </section>
  );
}

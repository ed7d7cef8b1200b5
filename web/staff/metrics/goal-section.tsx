import type { CampaignLine, CampaignMetrics, Metrics } from "../../../shared/contracts/metrics.ts";
import { daysBetween } from "../../../shared/domain/period.ts";
import { FigureTable, Part } from "./figure-table.tsx";
import { LineChart } from "./line-chart.tsx";
import type { Say } from "./say.ts";

interface SectionProps {
  say: Say;
  metrics: Metrics;
}

/** Every campaign against its goal, and the way that the chosen one (and the one beside it) has come. */
export function GoalSection({ say, metrics }: SectionProps) {
  const { campaigns, campaign, compared } = metrics;
  return (
    <section aria-labelledby="goal">
      <h2 id="goal">{say.t("goal")}</h2>
      <ul class="outlooks">
        {campaigns.map((line) => (
          <li key={line.scope}>
            <strong>{line.title}</strong> {outlookText(say, line)}
          </li>
        ))}
      </ul>
      <FigureTable
        say={say}
        caption={say.t("goal")}
        file="campaigns"
        columns={[
          { name: say.t("campaign") },
          ...(["people", "actions", "reported", "goal_figure"] as const).map((word) => ({
            name: say.t(word),
          })),
          {
            name: say.t("reached_share"),
            show: (value) => (value === null ? "–" : say.share(Number(value))),
          },
          { name: say.t("per_day") },
        ]}
        rows={campaigns.map(({ title, people, actions, reported, goal, perDay }) => [
          ...[title, people, actions, reported, goal],
          goal === null ? null : people / goal,
          perDay,
        ])}
      />
      {campaign && <Way say={say} metrics={metrics} shown={compared ? [campaign, compared] : [campaign]} />}
    </section>
  );
}

function outlookText(say: Say, { outlook: { says, on }, ends }: CampaignLine): string {
  return say.t(says, { on: on ? say.day(on) : "", ends: say.day(ends) });
}

/** Running totals side by side by the distance from each campaign's first day: what a plain date would hide. */
function Way({ say, metrics, shown }: SectionProps & { shown: readonly CampaignMetrics[] }) {
  const lines = shown.map((one) => {
    const line = metrics.campaigns.find(({ scope }) => scope === one.scope);
    const starts = line?.starts ?? one.from;
    const points = one.points.map(({ day, people }) => ({ x: daysBetween(starts, day), y: people }));
    const until = daysBetween(starts, [one.to, metrics.asOf.slice(0, 10)].sort()[0] ?? one.to);
    return { name: line?.title ?? one.scope, goal: line?.goal ?? null, starts, points, until };
  });
  const [own] = lines;
  if (!own) return null;
  const range = [daysBetween(own.starts, metrics.from), daysBetween(own.starts, metrics.to)] as const;
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const highest = Math.max(0, ...lines.flatMap(({ points }) => points.map(({ y }) => y)));
  // A goal far above would press the lines flat; the table above says it.
  const mark =
    own.goal !== null && own.goal <= 4 * highest ? { y: own.goal, name: say.t("goal_figure") } : undefined;
  const at = (days: number) => `${days > 0 ? "+" : ""}${days}`;
  return (
    <Part
      say={say}
      caption={say.t("way")}
      note={say.t("way_chart")}
      file="way"
      columns={[
        { name: say.t("days_to"), show: (value) => at(Number(value)) },
        ...lines.map(({ name }) => ({ name })),
      ]}
      rows={days.map((day) => [
        day,
        ...lines.map(({ points }) => points.find(({ x }) => x === day)?.y ?? null),
      ])}
      picture={
        <LineChart
          say={say}
          label={say.t("way_chart")}
          series={lines.map(({ name, points, until }) => ({ name, points: standing(points, until) }))}
          range={range}
          ticks={[at(range[0]), at(Math.round((range[0] + range[1]) / 2)), at(range[1])]}
          mark={mark}
        />
      }
    />
  );
}

/** A total stands until it changes: on to the period's last day, or to today. */
function standing(points: readonly { x: number; y: number }[], until: number) {
  const [last] = points.slice(-1);
  return last && last.x < until ? [...points, { x: until, y: last.y }] : points;
}

import type { CampaignMetrics } from "../../../shared/contracts/metrics.ts";
import { FigureTable, Part } from "./figure-table.tsx";
import { LineChart } from "./line-chart.tsx";
import type { Say } from "./say.ts";

const steps = ["seen", "submitted", "sent", "delivered", "confirmed", "attended", "kept"] as const;
const approximate: readonly string[] = ["seen", "submitted", "sent", "delivered"];

interface FunnelProps {
  say: Say;
  campaign: CampaignMetrics;
}

/** From the form to what came of it, in all, by day, and by what people said of themselves. */
export function FunnelSection({ say, campaign }: FunnelProps) {
  const { funnel, sources, referred } = campaign;
  const { seen, submitted } = funnel.total;
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">{say.t("funnel")}</h2>
      <p class="hint">{say.t("funnel_note")}</p>
      <FigureTable
        say={say}
        caption={say.t("funnel")}
        file="funnel"
        bars={1}
        columns={[
          { name: say.t("step") },
          { name: say.t("count") },
          { name: say.t("share"), show: (value) => (value === null ? "–" : say.share(Number(value))) },
        ]}
        rows={steps.map((step) => [
          nameOf(say, step),
          funnel.total[step],
          submitted > 0 && step !== "seen" ? funnel.total[step] / submitted : null,
        ])}
      />
      {seen > submitted && <p>{say.t("became", { share: say.share(submitted / seen) })}</p>}
      <p>
        {say.t("beside", {
          again: say.number(funnel.askedAgain),
          waiting: say.number(funnel.waitlisted),
          left: say.number(funnel.withdrawn),
        })}
      </p>
      <p class="hint">{say.t("about", { what: say.t("approximate") })}</p>
      <p class="hint">{say.t("about", { what: say.t("seen_note") })}</p>
      <ByDay say={say} campaign={campaign} />
      <div class="metrics-parts">
        <Cells say={say} caption="by_country" name="country" cells={funnel.by.country} show={say.country} />
        <Cells
          say={say}
          caption="by_language"
          name="language"
          cells={funnel.by.language}
          show={say.language}
        />
        <Cells say={say} caption="by_source" name="source" cells={funnel.by.source} show={say.cell} />
        <Part
          say={say}
          caption={say.t("sources")}
          note={say.t("referred", { n: say.number(referred) })}
          file="sources"
          bars={1}
          columns={[{ name: say.t("source") }, { name: say.t("people") }]}
          rows={Object.entries(sources)
            .sort(([, a], [, b]) => b - a)
            .map(([source, people]) => [say.cell(source), people])}
        />
      </div>
    </section>
  );
}

/** What is added once a batch is marked wherever it stands. */
function nameOf(say: Say, step: (typeof steps)[number]): string {
  return approximate.includes(step) ? say.t("about", { what: say.t(step) }) : say.t(step);
}

function ByDay({ say, campaign: { funnel, from, to } }: FunnelProps) {
  const days = funnel.byDay;
  const shown = ["submitted", "delivered", "confirmed"] as const;
  const middle = days[Math.floor((days.length - 1) / 2)]?.day ?? from;
  return (
    <Part
      say={say}
      caption={say.t("by_day")}
      file="funnel-by-day"
      columns={[say.days, ...steps.map((step) => ({ name: nameOf(say, step) }))]}
      rows={days.map((day) => [day.day, ...steps.map((step) => day[step])])}
      picture={
        <LineChart
          say={say}
          label={`${say.t("funnel")}, ${say.t("by_day")}: ${say.day(from)} – ${say.day(to)}`}
          range={[0, Math.max(1, days.length - 1)]}
          ticks={[say.day(from), say.day(middle), say.day(to)]}
          series={shown.map((step) => ({
            name: nameOf(say, step),
            points: days.map((day, x) => ({ x, y: day[step] })),
          }))}
        />
      }
    />
  );
}

const cellSteps = ["seen", "submitted", "confirmed"] as const;

interface CellsProps {
  say: Say;
  caption: "by_country" | "by_language" | "by_source";
  name: "country" | "language" | "source";
  cells: CampaignMetrics["funnel"]["by"]["country"];
  show: (code: string) => string;
}

function Cells({ say, caption, name, cells, show }: CellsProps) {
  // No country is told with a view of a form.
  const shown = cellSteps.filter((step) => step !== "seen" || name !== "country");
  return (
    <Part
      say={say}
      caption={say.t(caption)}
      file={`funnel-${caption.replace("_", "-")}`}
      bars={1 + shown.indexOf("submitted")}
      columns={[
        { name: say.t(name) },
        ...shown.map((step) => ({ name: nameOf(say, step) })),
        { name: say.t("share_short"), show: (value) => (value === null ? "–" : say.share(Number(value))) },
      ]}
      rows={Object.entries(cells).map(([code, of]) => [
        show(code),
        ...shown.map((step) => of[step]),
        of.submitted > 0 ? of.confirmed / of.submitted : null,
      ])}
    />
  );
}

import type { Say } from "./say.ts";
import { niceTop, pathOf } from "./scale.ts";

export interface Series {
  name: string;
  points: readonly { x: number; y: number }[];
}

export interface LineChartProps {
  say: Say;
  /** What it shows, for those who do not see it. */
  label: string;
  series: readonly Series[];
  /** The first, a middle and the last place of the axis below. */
  ticks: readonly [string, string, string];
  range: readonly [number, number];
  /** A line across, such as a goal that is not far above. */
  mark?: { y: number; name: string } | undefined;
}

/** Solid, dashed, dotted: told apart without colour. */
const dashes = ["none", "7 5", "2 4", "12 4 2 4"] as const;

/**
 * Lines over days. The picture stretches with the page while its strokes and letters do not, so that it reads on a phone
 * too; the axes are text beside it.
 */
export function LineChart({ say, label, series, ticks, range, mark }: LineChartProps) {
  const highest = Math.max(1, mark?.y ?? 0, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  const top = niceTop(highest);
  const markAt = mark && 100 - (100 * mark.y) / top;
  return (
    <figure class="line-chart">
      <Legend series={series} mark={mark?.name} />
      <div class="plot">
        <p class="axis-y" aria-hidden="true">
          {[top, top / 2, 0].map((y) => (
            <span key={y}>{say.number(y)}</span>
          ))}
        </p>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          {[0, 50, 100].map((y) => (
            <line class="grid" x1="0" x2="100" y1={y} y2={y} key={y} />
          ))}
          {markAt !== undefined && <line class="mark" x1="0" x2="100" y1={markAt} y2={markAt} />}
          {series.map(({ name, points }, i) => (
            <path
              class={points.length === 1 ? `line line-${i} dot` : `line line-${i}`}
              d={pathOf(points, range, top)}
              stroke-dasharray={dashes[i % dashes.length]}
              key={name}
            />
          ))}
        </svg>
        <p class="axis-x" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </p>
      </div>
    </figure>
  );
}

function Legend({ series, mark }: Pick<LineChartProps, "series"> & { mark: string | undefined }) {
  return (
    <figcaption>
      <ul class="legend">
        {series.map(({ name }, i) => (
          <li key={name}>
            <Sample class={`line line-${i}`} dash={dashes[i % dashes.length] ?? "none"} />
            {name}
          </li>
        ))}
        {mark && (
          <li>
            <Sample class="mark" dash="none" />
            {mark}
          </li>
        )}
      </ul>
    </figcaption>
  );
}

function Sample({ class: name, dash }: { class: string; dash: string }) {
  return (
    <svg class="sample" viewBox="0 0 40 8" width="40" height="8" aria-hidden="true">
      <line class={name} x1="0" x2="40" y1="4" y2="4" stroke-dasharray={dash} />
    </svg>
  );
}

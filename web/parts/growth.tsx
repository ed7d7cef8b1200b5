import { speak } from "../../shared/locales/speak.ts";
import type { GrowthPoint } from "../member-view.ts";
import type { View } from "../view.ts";
import { between } from "../words.ts";

/** `tail`: how long the last number holds, which else were a line upwards and nothing more. */
const size = { width: 600, height: 180, edge: 8, tail: 24 };

/** Members over time as a step line, with the same figures in a table: nobody needs to see the picture. */
export function Growth({ view, points }: { view: View; points: readonly GrowthPoint[] }) {
  const { t, day, number } = speak(view.locale);
  const [first] = points;
  const last = points.at(-1);
  // One day makes no line.
  if (!first || !last || first === last) return null;
  const said = t("page.members.growth.chart", {
    first: first.members,
    from: day(first.day),
    last: last.members,
    until: day(last.day),
  });
  return (
    <section aria-labelledby="growth">
      <h2 id="growth">{t("page.members.growth")}</h2>
      <svg class="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={said}>
        <path
          class="chart-area"
          d={`M${size.edge} ${size.height}L${stepsOf(points)}V${size.height}Z`}
          stroke="none"
        />
        <path
          d={`M${stepsOf(points)}`}
          fill="none"
          stroke="currentColor"
          stroke-width="3"
          stroke-linejoin="round"
        />
      </svg>
      <p class="chart-ends" aria-hidden="true">
        <End day={day(first.day)} members={number(first.members)} />
        <End day={day(last.day)} members={number(last.members)} />
      </p>
      <details>
        <summary>{said}</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("page.members.day")}</th>
              <th scope="col" class="number">
                {t("page.members.number")}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{day(point.day)}</th>
                <td class="number">{number(point.members)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** What stands under an end of the line; the picture's own words say the same. */
function End({ day, members }: { day: string; members: string }) {
  return (
    <span>
      <strong>{members}</strong>
      {between}
      {day}
    </span>
  );
}

function stepsOf(points: readonly GrowthPoint[]): string {
  const times = points.map(({ day }) => new Date(day).getTime());
  const [start = 0, end = 0] = [times[0], times.at(-1)];
  const most = Math.max(1, ...points.map(({ members }) => members));
  const { width, height, edge, tail } = size;
  const x = (time: number) =>
    edge + (end === start ? 1 : (time - start) / (end - start)) * (width - 2 * edge - tail);
  const y = (members: number) => height - edge - (members / most) * (height - 2 * edge);
  const steps = points.map(({ members }, i) => `H${round(x(times[i] ?? 0))}V${round(y(members))}`);
  return `${edge} ${round(y(points[0]?.members ?? 0))}${steps.join("")}H${width - edge}`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

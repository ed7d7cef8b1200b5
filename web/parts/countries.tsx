import type { ComponentChildren } from "preact";
import { speak } from "../../shared/locales/speak.ts";
import type { CountView, View } from "../view.ts";
import { CountryMap } from "./country-map.tsx";

/** How many countries are seen at once; the others wait behind a click. */
const shownFirst = 10;

interface Props {
  view: View;
  count: CountView;
  /** Where the map is the point and the figures are for those who ask. */
  folded?: boolean;
}

type Cell = [code: string, people: number];

/** People by country: a map of dots, and the same figures in a table with a bar in each row. */
export function Countries({ view, count, folded = false }: Props) {
  const { t } = speak(view.locale);
  const cells = cellsOf(count);
  const most = Math.max(...cells.map(([, n]) => n));
  const [first, others] = [cells.slice(0, shownFirst), cells.slice(shownFirst)];
  return (
    <section aria-labelledby="countries">
      <h2 id="countries">{t("page.campaign.where")}</h2>
      <p>{t("count.countries", { n: cells.filter(([code]) => code !== "other").length })}</p>
      <CountryMap view={view} count={count} />
      {cells.length > 0 && (
        <Folded folded={folded} title={t("page.campaign.where.figures")}>
          <Table view={view} cells={first} most={most} />
          <Folded folded={others.length > 0} title={t("page.campaign.where.all")}>
            {others.length > 0 && <Table view={view} cells={others} most={most} />}
          </Folded>
          <p class="hint">{t("page.campaign.where.note")}</p>
        </Folded>
      )}
    </section>
  );
}

function Folded({
  folded,
  title,
  children,
}: {
  folded: boolean;
  title: string;
  children: ComponentChildren;
}) {
  if (!folded) return <>{children}</>;
  return (
    <details class="folded">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Table({ view, cells, most }: { view: View; cells: readonly Cell[]; most: number }) {
  const { t, number, country } = speak(view.locale);
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t("page.campaign.where.country")}</th>
          <th scope="col" class="number">
            {t("page.campaign.where.people")}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {cells.map(([code, n]) => (
          <tr key={code}>
            <th scope="row">{code === "other" ? t("page.campaign.where.other") : country(code)}</th>
            <td class="number">{number(n)}</td>
            <td class="bar-cell" aria-hidden="true">
              <progress class="row-bar" value={n} max={most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The largest first; those that were folded stand last. */
function cellsOf(count: CountView): Cell[] {
  const last = (code: string) => (code === "other" ? 1 : 0);
  return Object.entries(count.by?.country ?? {}).sort(([a, n], [b, m]) => last(a) - last(b) || m - n);
}

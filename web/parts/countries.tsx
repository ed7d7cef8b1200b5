import { speak } from "../../shared/locales/speak.ts";
import type { CountView, View } from "../view.ts";

/** People by country, as a table with a bar in each row. Cells that were folded stand last. */
export function Countries({ view, count }: { view: View; count: CountView }) {
  const { t, number, country } = speak(view.locale);
  const cells = Object.entries(count.by?.country ?? {}).sort(([a, n], [b, m]) => last(a) - last(b) || m - n);
  if (cells.length === 0) return null;
  const most = Math.max(...cells.map(([, n]) => n));
  return (
    <section aria-labelledby="countries">
      <h2 id="countries">{t("page.campaign.where")}</h2>
      <p>{t("count.countries", { n: cells.filter(([code]) => code !== "other").length })}</p>
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
      <p class="hint">{t("page.campaign.where.note")}</p>
    </section>
  );
}

function last(code: string): number {
  return code === "other" ? 1 : 0;
}

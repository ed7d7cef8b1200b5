import { isLocale, nativeNames } from "../../../shared/locales/languages.ts";
import { useAsked } from "../console-context.ts";
import { ProblemBox } from "../parts/problem.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { countryText, t } from "../texts/texts.ts";
import { type Mailing, mailingPath, type Recipients } from "./mailing.ts";

/** Countries that are named one by one; the others are added up. */
const mostCountries = 8;

/** How many would get it as it is saved, in which language, and whose text they would read. */
export function RecipientsCard({ mailing }: { mailing: Mailing }) {
  const { answer, problem, isAsking, again } = useAsked<Recipients>(
    mailingPath(mailing.id, `/recipients?version=${mailing.version}`),
  );
  return (
    <section class="card" aria-labelledby="recipients-title" aria-busy={isAsking}>
      <h2 id="recipients-title">{t("news.recipients")}</h2>
      {problem && <ProblemBox problem={problem} again={again} />}
      {!answer && !problem && <Waiting />}
      {answer && (
        <>
          <p class="figure" role="status">
            <strong>{number(answer.recipients)}</strong>{" "}
            {t(answer.complete ? "news.recipients.people" : "news.recipients.at-least")}
          </p>
          {answer.stopped > 0 && (
            <p class="hint">{t("news.recipients.stopped", { n: number(answer.stopped) })}</p>
          )}
          <ByLanguage mailing={mailing} byLocale={answer.byLocale} />
          <p class="hint">{byCountryText(answer.byCountry)}</p>
        </>
      )}
    </section>
  );
}

/** Each language with its readers and the language of the text that they get: the order of the fallback, seen at once. */
function ByLanguage({ mailing, byLocale }: { mailing: Mailing; byLocale: Recipients["byLocale"] }) {
  return (
    <table class="table small-table">
      <caption class="unseen">{t("news.fallbacks")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("news.reads")}</th>
          <th scope="col">{t("news.gets")}</th>
          <th scope="col" class="number">
            {t("news.people")}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(mailing.fallbacks).map(([locale, fallback]) => (
          <tr key={locale}>
            <th scope="row" lang={locale}>
              {nameOf(locale)}
            </th>
            <td>{fallback === null ? t("news.gets.none") : nameOf(fallback)}</td>
            <td class="number">{number(byLocale[locale] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function byCountryText(byCountry: Recipients["byCountry"]): string {
  const ranked = Object.entries(byCountry).sort(([, a], [, b]) => b - a);
  const named = ranked
    .slice(0, mostCountries)
    .map(([code, n]) => `${code === "unknown" ? t("news.country.unknown") : countryText(code)} ${number(n)}`);
  const rest = ranked.slice(mostCountries).reduce((sum, [, n]) => sum + n, 0);
  return [...named, ...(rest > 0 ? [t("news.country.others", { n: number(rest) })] : [])].join(" · ");
}

function nameOf(locale: string): string {
  return isLocale(locale) ? nativeNames[locale] : locale;
}

function number(n: number): string {
  return n.toLocaleString(document.documentElement.lang || "en");
}

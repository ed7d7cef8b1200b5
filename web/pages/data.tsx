import {
  type ActionScope,
  type CampaignScope,
  kindOf,
  parseScope,
  slugOf,
} from "../../shared/domain/scope.ts";
import { speak } from "../../shared/locales/speak.ts";
import { calendarIn } from "../link.ts";
import { document } from "../parts/document.ts";
import { type Embed, EmbedMaker } from "../parts/embed-maker.tsx";
import { Frame } from "../parts/frame.tsx";
import type { CountView, View } from "../view.ts";
import { between, colon } from "../words.ts";

export interface DataPageProps {
  view: View;
  /** `title` where the reader of the scope knows it; else the slug is shown. */
  counts: readonly (CountView & { title?: string | undefined })[];
  /** ISO days that there is a file of, newest first; the first is today, whose file still changes. */
  days: readonly string[];
  embed: Embed;
}

export function dataPage({ view, counts, days, embed }: DataPageProps): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.data.title")} description={t("page.data.lead")} islands={["share.js"]}>
      <h1>{t("page.data.title")}</h1>
      <p class="lead">{t("page.data.lead")}</p>
      <section aria-labelledby="counts">
        <h2 id="counts">{t("page.data.counts")}</h2>
        {counts.length === 0 ? (
          <p class="notice">{t("page.data.none")}</p>
        ) : (
          <Figures view={view} counts={counts} />
        )}
      </section>
      <EmbedMaker view={view} embed={embed} scopes={scopesOf(view, counts)} />
      <Files view={view} days={days} />
      <Words view={view} />
      <Programs view={view} />
    </Frame>,
  );
}

function scopesOf(view: View, counts: DataPageProps["counts"]) {
  const { t } = speak(view.locale);
  return counts.map((count) => ({
    scope: count.scope,
    name: nameOf(view, count),
    title: count.title ?? t("coalition.name"),
  }));
}

/** The newest files, and where the list of all is. */
function Files({ view, days }: Pick<DataPageProps, "view" | "days">) {
  const { t, day } = speak(view.locale);
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("page.data.files")}</h2>
      <p>{t("page.data.files.lead")}</p>
      <ul class="links">
        {days.map((at, i) => (
          <li key={at}>
            {i === 0 ? t("page.data.files.today", { day: day(at) }) : day(at)}
            {colon(view)}
            <a href={`/api/open-data/${at}.csv`}>CSV</a>
            {between}
            <a href={`/api/open-data/${at}.json`}>JSON</a>
          </li>
        ))}
        <li>
          <a href="/api/open-data">{t("page.data.files.all")}</a>
        </li>
      </ul>
      <p>
        <a href="https://creativecommons.org/publicdomain/zero/1.0/" rel="license noreferrer">
          {t("page.data.files.licence")}
        </a>
      </p>
    </section>
  );
}

function Figures({ view, counts }: Pick<DataPageProps, "view" | "counts">) {
  const { t, number } = speak(view.locale);
  return (
    <div class="wide">
      <table class="table counts">
        <thead>
          <tr>
            <th scope="col">{t("page.data.scope")}</th>
            {(["people", "actions", "reported", "goal"] as const).map((figure) => (
              <th scope="col" class="number" key={figure}>
                {t(`page.data.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.scope}>
              <th scope="row">
                <a href={`/api/counts/${count.scope}`}>{nameOf(view, count)}</a>
              </th>
              <td class="number">{number(count.people)}</td>
              <td class="number">{number(count.actions)}</td>
              <td class="number">{number(count.reported)}</td>
              <td class="number">{count.goal === null ? t("page.data.no-goal") : number(count.goal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf(view: View, count: DataPageProps["counts"][number]): string {
  const { t } = speak(view.locale);
  const scope = parseScope(count.scope);
  if (!scope || scope === "coalition") return t("scope.coalition");
  return `${t(`scope.${kindOf(scope)}`)}${colon(view)}${count.title ?? slugOf(scope as CampaignScope | ActionScope)}`;
}

function Words({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t("page.data.words")}</h2>
      <dl class="sheet words">
        {(["people", "actions", "reported"] as const).map((figure) => (
          <div key={figure}>
            <dt>{t(`page.data.${figure}`)}</dt>
            <dd>{t(`page.data.words.${figure}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Programs({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="api">
      <h2 id="api">{t("page.data.api")}</h2>
      <p>{t("page.data.api.text")}</p>
      <ul class="links">
        <li>
          <a href="/api/counts">{t("page.data.api.counts")}</a> <code dir="ltr">GET /api/counts</code>
        </li>
        <li>
          <a href="/api/openapi.json">{t("page.data.api.openapi")}</a>{" "}
          <code dir="ltr">GET /api/openapi.json</code>
        </li>
        <li>
          <a href={calendarIn(view, "/api/events.ics")}>{t("page.data.api.calendar")}</a>{" "}
          <code dir="ltr">GET /api/events.ics</code>
        </li>
      </ul>
    </section>
  );
}

import { dayOf } from "../../shared/domain/asks.ts";
import { newsAnswer, staffNewsVerbs } from "../../shared/domain/news-states.ts";
import { slugOf } from "../../shared/domain/scope.ts";
import { locales } from "../../shared/locales/speak.ts";
import type { News } from "../../shared/table/news.ts";
import { partsOf } from "../../shared/table/news-audience.ts";
import { newsFigures, newsParts } from "../../shared/table/news-progress.ts";
import { actionsOf } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { textFor } from "./news-letter.ts";

/** A mailing in a list. */
export function newsItem(news: News) {
  const { id, campaign, state, version, texts, createdAt, sendAt, startedAt, finishedAt, stoppedBy } = news;
  return {
    ...{
      id,
      campaign: slugOf(campaign),
      state,
      version,
      createdAt,
      sendAt,
      startedAt,
      finishedAt,
      stoppedBy,
    },
    subject: textFor(texts, "en")?.text.subject ?? null,
    locales: Object.keys(texts).sort(),
  };
}

/** A mailing with all its texts, what can be done to it, and how far it has got. */
export async function newsView(table: Table, news: News, now: Date) {
  const { audience, perDay, texts } = news;
  const [figures, parts, actions] = await Promise.all([
    newsFigures(table, news.id, dayOf(now)),
    newsParts(table, news.id),
    actionsOf(table, news.campaign),
  ]);
  const { sent, delivered, bounced, complained } = figures;
  const all = [...parts.values()].filter(({ round }) => round === news.rounds);
  return {
    ...newsItem(news),
    ...{ audience, perDay, texts },
    fallbacks: Object.fromEntries(locales.map((locale) => [locale, textFor(texts, locale)?.locale ?? null])),
    verbs: staffNewsVerbs.filter((verb) => !["no", "same"].includes(newsAnswer(verb, news.state))),
    progress: {
      reached: all.reduce((sum, { queued }) => sum + queued, 0),
      parts: partsOf(actions).length,
      partsDone: all.filter(({ done }) => done).length,
      ...{ sent, delivered, bounced, complained },
    },
  };
}

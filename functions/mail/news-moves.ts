import { type NewsVerb, newsAnswer } from "../../shared/domain/news-states.ts";
import { NewsNotPossible, NotFound, TooBusy } from "../../shared/domain/refused.ts";
import { type News, newsOf, putNews } from "../../shared/table/news.ts";
import type { Table } from "../../shared/table/table.ts";

export interface Move {
  verb: NewsVerb;
  now: Date;
  /** With `schedule`: when it is to go out. */
  sendAt?: string | undefined;
  /** With `halt`: why. */
  stoppedBy?: News["stoppedBy"];
  /** The member of staff who does it; absent where the clock or the breaker does. */
  who?: { id: string; auditId: string } | undefined;
}

/** Does a verb to a mailing; doing it twice answers as the first time. Throws `NotFound` or `NewsNotPossible`. */
export async function move(table: Table, id: string, made: Move): Promise<News> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const news = await newsOf(table, id);
    if (!news) throw new NotFound();
    const state = newsAnswer(made.verb, news.state);
    if (state === "no") throw new NewsNotPossible(news.state);
    if (state === "same") return news;
    const next = { ...changed(news, made), state };
    const { who } = made;
    const act = who && {
      ...{ subject: `news.${id}`, who: who.id, act: made.verb },
      ...{ from: news.state, to: state },
    };
    if (await putNews(table, next, { before: news, act, auditId: who?.auditId ?? "" })) return next;
  }
  throw new TooBusy();
}

function changed(news: News, { verb, now, sendAt, stoppedBy }: Move): News {
  const at = now.toISOString();
  const { stoppedBy: _, ...kept } = news;
  return {
    ...kept,
    version: news.version + 1,
    changedAt: at,
    ...(verb === "schedule" && { sendAt }),
    ...((verb === "send" || verb === "tick") && { startedAt: at }),
    ...(verb === "resume" && { rounds: news.rounds + 1 }),
    ...(verb === "finish" && { finishedAt: at }),
    ...(verb === "halt" && { stoppedBy }),
  };
}

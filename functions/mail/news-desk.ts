import { randomUUID } from "node:crypto";
import type { NewsBody } from "../../shared/contracts/news.ts";
import { newsAnswer } from "../../shared/domain/news-states.ts";
import { ChangedMeanwhile, NewsNotPossible, NotFound, UnknownScope } from "../../shared/domain/refused.ts";
import { campaignScope } from "../../shared/domain/scope.ts";
import { newsKey } from "../../shared/table/keys.ts";
import { type News, newsOf, newsPlace, putNews } from "../../shared/table/news.ts";
import { campaignDetails, publicStates } from "../../shared/table/scope.ts";
import { scopesByState } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";

interface Writing {
  table: Table;
  now: Date;
  /** The member of staff. */
  who: string;
}

/** Begins a mailing as a draft. Throws `UnknownScope`. */
export async function writeNews({ table, now, who }: Writing, wanted: NewsBody): Promise<News> {
  const campaign = campaignScope(wanted.campaign);
  if (!(await campaignDetails(table, campaign))) throw new UnknownScope(campaign);
  const id = randomUUID().replaceAll("-", "").slice(0, 12);
  const at = now.toISOString();
  const news: News = {
    ...newsKey(id),
    ...{ sk: "DETAILS", entity: "news", id, campaign, state: "draft", version: 1, rounds: 0 },
    ...contentOf(wanted),
    ...{ createdAt: at, changedAt: at },
    ...newsPlace(at, id),
  };
  const act = { subject: `news.${id}`, who, act: "write", to: "draft" };
  if (!(await putNews(table, news, { before: undefined, act, auditId: randomUUID() })))
    throw new ChangedMeanwhile();
  return news;
}

export function contentOf({
  audience,
  texts,
  perDay,
}: NewsBody): Pick<News, "audience" | "texts" | "perDay"> {
  return {
    audience: { locales: audience?.locales ?? [], countries: audience?.countries ?? [] },
    texts: Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text !== undefined)),
    perDay: perDay ?? null,
  };
}

/** Changes a mailing that has not begun; it is a draft then. Throws `ChangedMeanwhile` where `version` is not the newest. */
export async function changeNews(
  { table, now, who }: Writing,
  { id, version }: { id: string; version: number },
  change: (news: News) => Partial<News>,
): Promise<News> {
  const news = await newsOf(table, id);
  if (!news) throw new NotFound();
  const state = newsAnswer("edit", news.state);
  if (state !== "draft") throw new NewsNotPossible(news.state);
  if (news.version !== version) throw new ChangedMeanwhile();
  const { sendAt: _, ...kept } = news;
  const next = { ...kept, ...change(news), state, version: version + 1, changedAt: now.toISOString() };
  const act = { subject: `news.${id}`, who, act: "edit", from: news.state, to: state };
  if (!(await putNews(table, next, { before: news, act, auditId: randomUUID() })))
    throw new ChangedMeanwhile();
  return next;
}

/** Campaigns that the public knows, by what they are called in English. */
export async function campaignsToWriteFor(table: Table): Promise<{ slug: string; title: string }[]> {
  const states = await Promise.all(publicStates.map((state) => scopesByState(table, "campaign", state)));
  return states.flat().map(({ slug, title }) => ({ slug, title: textIn(title, "en") }));
}

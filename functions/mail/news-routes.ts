import { randomUUID } from "node:crypto";
import {
  NewsAnswer,
  NewsBody,
  NewsChange,
  NewsItem,
  NewsList,
  NewsPreview,
  NewsQuery,
  NewsRecipients,
  NewsTestBody,
  NewsTextChange,
  NewsTextRemoval,
  NewsVerbBody,
} from "../../shared/contracts/news.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { staffNewsVerbs } from "../../shared/domain/news-states.ts";
import { InvalidRequest, NotFound, UnknownVerb } from "../../shared/domain/refused.ts";
import { campaignScope } from "../../shared/domain/scope.ts";
import { isLocale, type Locale, speak } from "../../shared/locales/speak.ts";
import { type News, newsOf, newsPage } from "../../shared/table/news.ts";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";
import type { Table } from "../../shared/table/table.ts";
import { newsMail } from "../../web/mails/news.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json, type Reply } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { campaignsToWriteFor, changeNews, contentOf, writeNews } from "./news-desk.ts";
import { textFor } from "./news-letter.ts";
import { move } from "./news-moves.ts";
import { recipientsOf } from "./news-recipients.ts";
import { newsItem, newsView } from "./news-view.ts";

export interface NewsDesk {
  table: Table;
  clock: () => Date;
  /** Sends a mail to the member of staff who asks, at the address that the pool has of them. */
  sendToSelf: (
    asked: Asked,
    mail: { locale: Locale; subject: string; html: string; text: string },
  ) => Promise<void>;
}

/** News as organizers write, try, send, pause, resume and cancel them. */
export function newsRoutes(desk: NewsDesk): Routes<RouteKey<"mail-news-api">> {
  const { table, clock } = desk;
  const writing = (asked: Asked) => ({ table, now: clock(), who: staffMember(asked, "organizer").id });
  const answer = async (news: News, status = 200): Promise<Reply> =>
    json(status, NewsAnswer.parse(await newsView(table, news, clock())));
  return {
    "GET /api/staff/news": {
      async handle(asked) {
        staffMember(asked, "organizer");
        const { cursor, state, campaign, subject } = check(NewsQuery, asked.query);
        const { items: found, next } = await readingOn(
          (after) => newsPage(table, after),
          (news) =>
            (!state || news.state === state) &&
            (!campaign || news.campaign === campaignScope(campaign)) &&
            holdsWords(
              Object.values(news.texts).map((text) => text.subject),
              subject,
            ),
          readCursor(cursor, "news"),
        );
        const items = found.map((news) => NewsItem.parse(newsItem(news)));
        const campaigns = await campaignsToWriteFor(table);
        return json(200, NewsList.parse({ items, next: cursorOf(next, "news"), campaigns }));
      },
    },
    "POST /api/staff/news": {
      handle: async (asked) => answer(await writeNews(writing(asked), check(NewsBody, asked.body)), 201),
    },
    "GET /api/staff/news/{id}": { handle: async (asked) => answer(await newsIn(desk, asked)) },
    "PUT /api/staff/news/{id}": {
      async handle(asked) {
        const who = writing(asked);
        const { version, ...wanted } = check(NewsChange, asked.body);
        const changed = await changeNews(who, { id: idIn(asked), version }, ({ texts }) => ({
          ...contentOf(wanted),
          ...(wanted.texts === undefined && { texts }),
        }));
        return answer(changed);
      },
    },
    "PUT /api/staff/news/{id}/texts/{locale}": {
      async handle(asked) {
        const who = writing(asked);
        const locale = localeIn(asked.params.locale);
        const { version, ...text } = check(NewsTextChange, asked.body);
        const changed = await changeNews(who, { id: idIn(asked), version }, ({ texts }) => ({
          texts: { ...texts, [locale]: text },
        }));
        return answer(changed);
      },
    },
    "POST /api/staff/news/{id}/texts/{locale}/removal": {
      async handle(asked) {
        const who = writing(asked);
        const locale = localeIn(asked.params.locale);
        const { version } = check(NewsTextRemoval, asked.body);
        const changed = await changeNews(who, { id: idIn(asked), version }, ({ texts }) => {
          const { [locale]: _, ...left } = texts;
          return { texts: left };
        });
        return answer(changed);
      },
    },
    "GET /api/staff/news/{id}/recipients": {
      handle: async (asked) =>
        json(200, NewsRecipients.parse(await recipientsOf(table, await newsIn(desk, asked)))),
    },
    "GET /api/staff/news/{id}/preview": {
      handle: async (asked) =>
        json(
          200,
          NewsPreview.parse(preview(await newsIn(desk, asked), localeIn(asked.query.locale ?? "en"))),
        ),
    },
    "POST /api/staff/news/{id}/test": {
      async handle(asked) {
        const news = await newsIn(desk, asked);
        await desk.sendToSelf(asked, preview(news, check(NewsTestBody, asked.body).locale));
        return json(202, { status: "sent-to-you" });
      },
    },
    "POST /api/staff/news/{id}/{verb}": {
      async handle(asked) {
        const { who, now } = writing(asked);
        const verb = staffNewsVerbs.find((known) => known === asked.params.verb);
        if (!verb) throw new UnknownVerb();
        const { sendAt } = check(NewsVerbBody, asked.body ?? {});
        if (verb === "schedule" && (!sendAt || new Date(sendAt) <= now)) throw missing("/sendAt");
        if (Object.keys((await newsIn(desk, asked)).texts).length === 0) throw missing("/texts");
        return answer(
          await move(table, idIn(asked), { verb, now, sendAt, who: { id: who, auditId: randomUUID() } }),
        );
      },
    },
  };
}

function missing(pointer: string): InvalidRequest {
  return new InvalidRequest([{ pointer, reason: "required" }]);
}

function idIn({ params }: Asked): string {
  return params.id ?? "";
}

async function newsIn({ table }: NewsDesk, asked: Asked): Promise<News> {
  staffMember(asked, "organizer");
  const news = await newsOf(table, idIn(asked));
  if (!news) throw new NotFound();
  return news;
}

function localeIn(text: string | undefined): Locale {
  if (text === undefined || !isLocale(text)) throw new NotFound();
  return text;
}

/** The mail as a reader of a language sees it, but for their own links. */
function preview({ texts }: News, wanted: Locale) {
  const said = textFor(texts, wanted);
  if (!said) throw missing("/texts");
  return { locale: said.locale, ...newsMail(speak(said.locale), said.text) };
}

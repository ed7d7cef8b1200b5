import * as z from "zod";
import type { LinkPurpose } from "../../shared/domain/link-token.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { type MailPurpose, stopMails, suppressionsOf } from "../../shared/table/suppression.ts";
import { unsubscribePage } from "../../web/pages/unsubscribe.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { pageLocale } from "../edge/locale.ts";
import { problemReplyPage, viewOf } from "../edge/problem-page.ts";
import { problemReply } from "../edge/problems.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { stoppedFor } from "./preferences.ts";

/** What a link in a mail stops; a mail of a purpose carries the link of that purpose. */
const purposes = {
  unsubscribe: "all",
  "unsubscribe-news": "news",
  "unsubscribe-reminders": "reminders",
} as const satisfies Partial<Record<LinkPurpose, MailPurpose>>;
type StoppingLink = keyof typeof purposes;

const stoppingLinks = Object.keys(purposes) as StoppingLink[];

/** A person on the page may stop more than their link is for, never less. */
const Wanted = z.object({ purpose: z.literal("all").optional() });

async function purposeOf(surroundings: Surroundings, asked: Asked) {
  const link = await linkOf(surroundings, asked.params.token, stoppingLinks);
  return { person: link.person, purpose: purposes[link.purpose as StoppingLink] };
}

/** What a link would stop, and what of it is stopped already. Looking stops nothing: mail scanners follow links too. */
async function standing(surroundings: Surroundings, asked: Asked) {
  const { person, purpose } = await purposeOf(surroundings, asked);
  const suppression = (await suppressionsOf(surroundings.table, [person])).get(person);
  return { purpose, already: stoppedFor(purpose, suppression) };
}

export function showUnsubscribe(surroundings: Surroundings) {
  return async (asked: Asked) => {
    const { purpose, already } = await standing(surroundings, asked);
    return { verbs: already ? [] : ["unsubscribe"], purpose, already };
  };
}

/** Stops mails, without cookies or login, by a press in the mail program (RFC 8058), a form, or as JSON. */
export function doUnsubscribe(surroundings: Surroundings): Route {
  return {
    async handle(asked) {
      const { person, purpose } = await purposeOf(surroundings, asked);
      const stopped = check(Wanted, asked.body ?? {}).purpose ?? purpose;
      await stopMails(surroundings.table, { person, purpose: stopped }, surroundings.clock());
      if (isOneClick(asked) || (!asked.form && asked.path.startsWith("/api/")))
        return json(200, { status: "unsubscribed", purpose: stopped });
      return seeOther(`${pagePath(pageLocale(asked), `/unsubscribe/${asked.params.token}`)}?done=${stopped}`);
    },
    show: (asked, problem) => problemOf(surroundings, asked, problem),
  };
}

export function unsubscribeRoute(surroundings: Surroundings): Route {
  return {
    async handle(asked) {
      const { purpose, already } = await standing(surroundings, asked);
      const done = z.enum(["all", "news", "reminders"]).safeParse(asked.query.done).data;
      const view = viewOf(surroundings, asked);
      return html(200, unsubscribePage({ view, token: asked.params.token ?? "", purpose, done, already }));
    },
    show: (asked, problem) => problemReplyPage(surroundings, asked, problem),
  };
}

function problemOf(surroundings: Surroundings, asked: Asked, problem: Problem): Reply {
  return !asked.form && asked.path.startsWith("/api/")
    ? problemReply(problem)
    : problemReplyPage(surroundings, asked, problem);
}

/** RFC 8058: the mail program posts this field, and takes no redirect. */
function isOneClick({ body }: Asked): boolean {
  return typeof body === "object" && body !== null && "List-Unsubscribe" in body;
}

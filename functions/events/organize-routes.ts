import { AttendanceReport } from "../../shared/contracts/attendance.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { pagePath } from "../../shared/mail/links.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { formAgain } from "../edge/form-again.ts";
import { pageLocale } from "../edge/locale.ts";
import { problemReplyPage } from "../edge/problem-page.ts";
import { html, seeOther } from "../edge/reply.ts";
import type { Door } from "./door-routes.ts";
import { organizePageFor, ownEvent } from "./organize-page.ts";
import { report } from "./report.ts";

/** The page of whoever proposed an event, by the link in their mails: how it stands, and how many came. */
export function organizeRoutes(door: Door) {
  const show: Route = {
    async handle(asked) {
      return html(200, await organizePageFor(door, asked));
    },
    show: (asked, problem) => problemReplyPage(door, asked, problem),
  };
  const take: Route = {
    async handle(asked) {
      const event = await ownEvent(door, asked);
      const said = check(AttendanceReport, asked.body);
      await report(door, event, { ...said, who: "proposer" });
      return seeOther(pagePath(pageLocale(asked), `/organize/${asked.params.token}`));
    },
    show: async (asked, problem, refusal) =>
      refusal instanceof InvalidRequest
        ? html(problem.status, await organizePageFor(door, asked, { form: formAgain(asked, refusal) }))
        : problemReplyPage(door, asked, problem),
  };
  return {
    "GET /organize/{token}": show,
    "GET /{locale}/organize/{token}": show,
    "POST /organize/{token}": take,
    "POST /{locale}/organize/{token}": take,
  };
}

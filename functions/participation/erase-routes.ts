import { pagePath } from "../../shared/mail/links.ts";
import { personsNamed } from "../../shared/table/persons.ts";
import { eraseAskPage, erasedPage } from "../../web/pages/erase.tsx";
import type { Asked } from "../edge/asked.ts";
import type { Route } from "../edge/chain.ts";
import { pageLocale } from "../edge/locale.ts";
import { viewOf } from "../edge/problem-page.ts";
import { html, json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { erase } from "./erase.ts";
import { linkedParticipation } from "./linked.ts";

/** A manage page that also asks whether all is to be deleted, and says so where it has been. */
export function withErasure(surroundings: Surroundings, page: Route): Route {
  return {
    ...page,
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, ["manage"]);
      await linkedParticipation(surroundings.table, link, surroundings.clock());
      const view = viewOf(surroundings, asked);
      const known = await personsNamed(surroundings.table, [link.person]);
      if (!known.has(link.person)) return html(200, erasedPage({ view }));
      if (asked.query.ask === "erase")
        return html(200, eraseAskPage({ view, token: asked.params.token ?? "" }));
      return page.handle(asked);
    },
  };
}

/** Deletes all that is held of whoever has the link; twice is as once. */
export async function doErase(surroundings: Surroundings, asked: Asked): Promise<Reply> {
  const link = await linkOf(surroundings, asked.params.token, ["manage"]);
  const { state, scope } = await linkedParticipation(surroundings.table, link, surroundings.clock());
  await erase(surroundings, link.person);
  if (asked.form || !asked.path.startsWith("/api/"))
    return seeOther(pagePath(pageLocale(asked), `/manage/${asked.params.token}`));
  return json(200, { state: state === "attended" ? state : "withdrawn", verbs: [], scope, title: "" });
}

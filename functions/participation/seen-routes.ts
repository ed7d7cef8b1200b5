import { Seen } from "../../shared/contracts/participation.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { isActionScope } from "../../shared/domain/scope.ts";
import { seenFigures } from "../../shared/domain/signup-figures.ts";
import { nearestLocale } from "../../shared/locales/languages.ts";
import { addToDay } from "../../shared/table/day-figures.ts";
import { isPublic } from "../../shared/table/scope.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { knownSource } from "./source.ts";

interface SeenSurroundings extends Pick<Surroundings, "table" | "scope" | "clock"> {
  /** One in how many views is told: each stands for so many, whatever it says. */
  oneIn: number;
}

/**
 * What a page's script says once its form has come into view. Languages and sources are those that we know, so that nobody
 * makes cells of their own; one write unit, on a key of four for each form and day.
 */
export function seenRoutes(surroundings: SeenSurroundings): Routes<RouteKey<"participation-seen">> {
  const { table, clock, oneIn } = surroundings;
  return {
    "POST /api/seen/{scope}": {
      async handle(asked) {
        const { scope = "" } = asked.params;
        const campaign = await campaignOf(surroundings, scope);
        const said = check(Seen, asked.body);
        if (mayBeCounted(asked)) {
          const locale = nearestLocale(said.locale);
          const source = campaign && (await knownSource(surroundings, campaign, said.source));
          await addToDay(table, {
            subject: `seen.${scope}`,
            day: clock().toISOString().slice(0, 10),
            figures: seenFigures({ locale, source }, oneIn),
            oneByOne: true,
          });
        }
        return { statusCode: 204, headers: { "cache-control": "no-store" }, body: "" };
      },
    },
  };
}

/** The campaign of a form that the public may see, and none of the form of joining; throws `UnknownScope`. */
async function campaignOf({ scope }: SeenSurroundings, named: string) {
  if (named === "coalition") return undefined;
  const details = isActionScope(named) ? await scope(named) : undefined;
  if (!details || details.kind === "campaign" || !isPublic(details))
    throw new UnknownScope(named.slice(0, 100));
  return details.campaign;
}

/** Asked by our own page, where its browser says, and by nobody who asks not to be followed. */
function mayBeCounted({ headers }: Asked): boolean {
  const { "sec-gpc": privacyControl, dnt, "sec-fetch-site": from = "same-origin" } = headers;
  return privacyControl !== "1" && dnt !== "1" && from === "same-origin";
}

import type { Link } from "../../shared/domain/link-token.ts";
import { answerTo, stateAt } from "../../shared/domain/participation-states.ts";
import { InvalidLink, NotPossible } from "../../shared/domain/refused.ts";
import { type ActionKind, kindOf } from "../../shared/domain/scope.ts";
import {
  type Confirming,
  type ConfirmOutcome,
  confirmPending,
  type Participation,
} from "../../shared/table/participation.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { holdForReview } from "./hold.ts";
import { subjectOf } from "./linked.ts";
import { manage } from "./manage.ts";
import { confirmWithSeat } from "./seat.ts";

/**
 * Confirms what the link is for: one write on the main path, a transaction with the seat where seats are limited; an
 * organization's signature is held. Confirming twice answers as the first time; a link of an older generation, a withdrawn
 * or an expired participation is refused by name.
 */
export async function confirm(
  surroundings: Pick<Surroundings, "table" | "scope">,
  link: Link,
  now: Date,
): Promise<Participation> {
  const scope = subjectOf(link);
  const { person, generation } = link;
  const outcome = await confirmed(surroundings, { person, scope, generation }, now);
  if ("confirmed" in outcome) return outcome.confirmed;
  const { stands } = outcome;
  if (stands?.generation !== generation) throw new InvalidLink();
  if (stands.signature?.organization) return holdForReview(surroundings.table, link, now);
  const answer = answerTo("confirm", stateAt(stands, now), kindOf(scope) as ActionKind);
  if ("refuse" in answer) throw new NotPossible(answer.refuse);
  return "to" in answer && stands.state === "offered"
    ? manage(surroundings, { link, verb: "accept" }, now)
    : stands;
}

async function confirmed(
  { table, scope }: Pick<Surroundings, "table" | "scope">,
  confirming: Confirming,
  now: Date,
): Promise<ConfirmOutcome> {
  const details = await scope(confirming.scope);
  return details?.kind === "event" && details.capacity !== null
    ? confirmWithSeat(table, { confirming, event: details }, now)
    : confirmPending(table, confirming, now);
}

import type { Link } from "../../shared/domain/link-token.ts";
import { TooBusy } from "../../shared/domain/refused.ts";
import type { ActionScope } from "../../shared/domain/scope.ts";
import { mustTakeSignatures, signingStatus } from "../../shared/domain/signing-openness.ts";
import { type Participation, replaceParticipation } from "../../shared/table/participation.ts";
import { isSignable, scopeDetails } from "../../shared/table/scope.ts";
import { currentTexts } from "../../shared/table/signable-views.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { confirm } from "./confirm.ts";
import { linkedParticipation, subjectOf } from "./linked.ts";
import { proven } from "./prove-signature.ts";
import { afterVerb, type SignatureVerb, type Standing } from "./signature-verbs.ts";

const attempts = 5;

/** Whether a link is about a signature, which has verbs and pages of its own. */
export function isOfSignature(scope: string): scope is ActionScope {
  return scope.startsWith("pledge.") || scope.startsWith("statement.");
}

/** Confirms a signature. Nothing is confirmed once signing has ended, so that a closed statement's list stands. */
export async function confirmSignature(
  surroundings: Surroundings,
  link: Link,
  now: Date,
): Promise<Participation> {
  const item = await surroundings.scope(subjectOf(link));
  const status = isSignable(item) ? signingStatus(item, now) : "open";
  if (status !== "open") {
    const { state } = await linkedParticipation(surroundings.table, link, now);
    if (state === "pending") mustTakeSignatures(status);
  }
  return confirm(surroundings, link, now);
}

/** A signature as it stands, with the texts that are in force at this moment. */
export async function standingOf(surroundings: Surroundings, link: Link, now: Date): Promise<Standing> {
  const participation = await linkedParticipation(surroundings.table, link, now);
  const item = await surroundings.scope(participation.scope);
  return { participation, current: isSignable(item) ? currentTexts(item) : [] };
}

/** Does a verb by a manage link. Doing it twice answers as the first time. */
export async function manageSignature(
  surroundings: Surroundings,
  wanted: { link: Link; verb: SignatureVerb; seen?: number | undefined },
  now: Date,
): Promise<Participation> {
  const { table } = surroundings;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const standing = await standingOf(surroundings, wanted.link, now);
    if (wanted.verb === "renew") standing.current = await freshTexts(surroundings, standing);
    const { verb, seen } = wanted;
    const next =
      verb === "prove"
        ? await proven(surroundings, standing.participation, now)
        : afterVerb(standing, { verb, seen }, now);
    if (next === standing.participation) return next;
    if (!(await replaceParticipation(table, standing.participation, next))) return next;
  }
  throw new TooBusy();
}

/** A text is renewed to only if it is in force now: that may not come from a copy that was kept. */
async function freshTexts({ table }: Surroundings, { participation, current }: Standing) {
  const item = await scopeDetails(table, participation.scope);
  return isSignable(item) ? currentTexts(item) : current;
}

import { randomUUID } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { DecisionRequest } from "../../shared/contracts/membership-staff.ts";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { type MemberVerb, memberAnswer, memberStateAt } from "../../shared/domain/member-states.ts";
import { ChangedMeanwhile, NameTaken, NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { auditing } from "../../shared/table/audit.ts";
import { claiming, claimsOf, releasing } from "../../shared/table/claim.ts";
import { type Decision, type Member, memberOf } from "../../shared/table/member.ts";
import { changeMembers, type MemberChange } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import { notingReview } from "../../shared/table/reviews.ts";
import type { Table } from "../../shared/table/table.ts";
import { grant } from "./grant.ts";
import { contactsUntil } from "./keeping.ts";
import { inDays, type Retention } from "./surroundings.ts";

export interface Deciding extends DecisionRequest {
  id: string;
  /** The user pool's id of the reviewer. */
  who: string;
}

export interface ReviewDesk {
  table: Table;
  retention: Retention;
  clock: () => Date;
}

const verbs: Record<Decision, MemberVerb> = {
  approved: "approve",
  declined: "decline",
  question: "ask",
  reversed: "reverse",
};

/**
 * Decides on an application in one transaction: its new state, what follows from it, and the audit entry. The same
 * decision a second time answers as the first; another one meets `ChangedMeanwhile`, which tells what was decided.
 */
export async function decide(desk: ReviewDesk, deciding: Deciding): Promise<Member> {
  const { table, clock } = desk;
  for (let attempt = 0; attempt < 5; attempt++) {
    const now = clock();
    const standing = await memberOf(table, deciding.id);
    if (!standing) throw new NotPossible("no-application");
    const to = stateToReach(standing, deciding, now);
    if (!to) return standing;
    const next = decided(standing, { deciding, to }, desk);
    const effects = await effectsOf(desk, { standing, next, deciding }, now);
    const members = [{ before: standing, after: next }, ...effects.members];
    const outcome = await changeMembers(table, members, effects.parts);
    if (outcome === "done") return next;
    if (outcome === "claimed") throw new NameTaken();
  }
  throw new TooBusy();
}

/** The state that a decision leads to; undefined where it was made already. Throws where it cannot be made. */
function stateToReach(standing: Member, deciding: Deciding, now: Date): Member["state"] | undefined {
  if (isRepeated(standing, deciding)) return undefined;
  if (deciding.version !== undefined && deciding.version !== standing.version)
    throw new ChangedMeanwhile(standingOf(standing));
  const answer = memberAnswer(verbs[deciding.decision], memberStateAt(standing, now));
  if ("same" in answer) return undefined;
  if ("refuse" in answer) throw refusal(standing, answer.refuse);
  // What an approved request has changed is changed back by another request, not by taking the approval back.
  if (deciding.decision === "reversed" && standing.what !== "application" && standing.state === "approved")
    throw new NotPossible("already-decided");
  return answer.to;
}

function isRepeated({ decision, state }: Member, deciding: Deciding): boolean {
  if (!decision || decision.decision !== deciding.decision) return false;
  if (deciding.decision === "question") return state === "questioned" && decision.text === deciding.text;
  return state === (deciding.decision === "reversed" ? "submitted" : deciding.decision);
}

function refusal(standing: Member, word: ConstructorParameters<typeof NotPossible>[0]) {
  return word === "already-decided" ? new ChangedMeanwhile(standingOf(standing)) : new NotPossible(word);
}

function standingOf({ state, version, decision }: Member): Record<string, unknown> {
  return { state, version, ...(decision && { decision }) };
}

/** The decided application; what came to nothing is removed after its time, and a reversal keeps it again. */
function decided(
  { expiresAt: _, ...standing }: Member,
  { deciding, to }: { deciding: Deciding; to: Member["state"] },
  { retention, clock }: ReviewDesk,
): Member {
  const now = clock();
  const at = now.toISOString();
  const { decision, reason = "fits", text, who } = deciding;
  const settled = to === "declined" || (to === "approved" && standing.what !== "application");
  return placed({
    ...standing,
    state: to,
    version: standing.version + 1,
    changedAt: at,
    decision: { decision, reason, ...(text && { text }), at, who },
    ...(to === "questioned" && { question: { reason, text: text ?? "", at } }),
    ...(["approved", "declined"].includes(to) && { decidedAt: at }),
    ...(to === "approved" && { joined: standing.joined ?? at.slice(0, 10) }),
    ...(settled && { expiresAt: inDays(now, retention.declinedDays) }),
  });
}

interface Effects {
  members: MemberChange[];
  parts: TransactWriteItem[];
}

/** All that goes with a decision: claims, contacts, the member that a request is about, how long it took, the audit. */
async function effectsOf(
  { table }: ReviewDesk,
  { standing, next, deciding }: { standing: Member; next: Member; deciding: Deciding },
  now: Date,
): Promise<Effects> {
  const granted =
    next.state === "approved" && standing.of !== undefined
      ? await grant(table, { request: standing, of: standing.of }, now)
      : { members: [], parts: [] };
  const claims = standing.what === "application" ? claimsOf(standing) : [];
  const parts = [
    ...granted.parts,
    ...(next.state === "declined" ? releasing(table, claims, standing.id) : []),
    ...(standing.state === "declined" ? claiming(table, claims, standing.id) : []),
    ...(await contactsUntil(table, standing, next.expiresAt)),
    ...(next.decidedAt === now.toISOString() && standing.submittedAt
      ? [notingReview(table, { id: standing.id, submittedAt: standing.submittedAt }, now)]
      : []),
    auditing(table, actOf(standing, next, deciding), { at: now, id: randomUUID() }),
  ];
  return { members: granted.members, parts };
}

function actOf(standing: Member, next: Member, { who, decision, reason = "fits" }: Deciding) {
  const { id, state: from } = standing;
  return { subject: memberSubject(id), who, act: `member-${decision}`, reason, from, to: next.state };
}

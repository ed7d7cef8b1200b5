import { randomUUID } from "node:crypto";
import { nearness } from "../../shared/domain/organization-name.ts";
import { answerTo } from "../../shared/domain/participation-states.ts";
import { ActionClosed, ChangedMeanwhile, NotFound, NotPossible } from "../../shared/domain/refused.ts";
import { type ActionScope, isActionScope } from "../../shared/domain/scope.ts";
import { auditing } from "../../shared/table/audit.ts";
import type { Card, Comment } from "../../shared/table/card.ts";
import { nearMembers } from "../../shared/table/near-members.ts";
import { type Participation, participationOf } from "../../shared/table/participation.ts";
import { commentOf, personToReview, reviewComment, reviewOrganization } from "../../shared/table/review.ts";
import { scopeDetails } from "../../shared/table/scope.ts";
import { organizationsShown } from "../../shared/table/signatories.ts";
import type { SigningOrganization } from "../../shared/table/signature.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Work } from "./staff-texts.ts";

export interface Review {
  decision: "approved" | "declined";
  reason?: string | undefined;
}

interface Named {
  person: string;
  id: string;
  scope: ActionScope;
}

/** The name of a comment or a signature in the reviewers' addresses: whose, which, of what. No personal data. */
export function nameOf({ person, id, scope }: Named): string {
  return `${person}.${id}.${scope}`;
}

function readName(text: string | undefined): Named {
  const [person = "", id = "", ...rest] = (text ?? "").split(".");
  const scope = rest.join(".");
  if (!isActionScope(scope) || !/^[\w-]{24}$/.test(person) || !/^[\w-]{1,24}$/.test(id)) throw new NotFound();
  return { person, id, scope };
}

export function commentItem(comment: Comment) {
  const { scope, text, locale, shownName, createdAt, review: state } = comment;
  return { comment: nameOf(comment), state, scope, text, locale, shownName, createdAt };
}

/** What a reviewer needs to see whether somebody speaks for an organization, and whether it is here already. */
export async function signatureItem(table: Table, card: Card) {
  const { organization, person, scope, listSk = "" } = card;
  const [shown, standing] = await Promise.all([
    personToReview(table, person),
    participationOf(table, person, scope),
  ]);
  if (!organization || shown === undefined) return [];
  const [near, signed] = await Promise.all([
    nearMembers(table, organization),
    sameSignatories(table, scope, organization),
  ]);
  const { name, kind, website, country, domain } = organization;
  const proofs = standing?.signature?.proofs ?? [];
  return [
    {
      ...{ signature: nameOf(card), scope, organization: name, kind, website, country, domain },
      ...{ email: shown.email, proof: proofs.length > 0 ? "strong" : "weak", proofs },
      since: listSk.split("#")[0] ?? "",
      near: near.map(({ member: { id, name: known, state }, by }) => ({ id, name: known, state, by })),
      signed,
    },
  ];
}

/** Names under which the same organization stands in the list already. */
async function sameSignatories(table: Table, scope: ActionScope, organization: SigningOrganization) {
  const found = await organizationsShown(table, scope);
  return found.filter((one) => nearness(organization, one) !== undefined).map(({ name }) => name);
}

/**
 * Lets a comment through or not; a decision may be turned, so a comment that is shown be taken down. Deciding the same
 * twice is as once. Throws `ChangedMeanwhile` where it stands otherwise than `from`.
 */
export async function decideComment(
  { table, who, now }: Work,
  name: string | undefined,
  { decision, reason, from }: Review & { from?: Comment["review"] },
): Promise<Comment> {
  const comment = await commentOf(table, readName(name));
  if (comment?.review === undefined) throw new NotFound();
  if (comment.review === decision) return comment;
  if (from !== undefined && comment.review !== from) throw new ChangedMeanwhile();
  const act = {
    subject: comment.scope,
    who,
    act: `comment-${decision}`,
    reason,
    from: comment.review,
    to: decision,
  };
  const audit = auditing(table, act, { at: now, id: randomUUID() });
  if (!(await reviewComment(table, { comment, review: decision }, audit))) throw new ChangedMeanwhile();
  return { ...comment, review: decision };
}

/** Takes an organization's signature or not. Deciding the same twice is as once. */
export async function decideSignature(
  { table, who, now }: Work,
  name: string | undefined,
  { decision, reason }: Review,
): Promise<Participation["state"]> {
  const { person, scope } = readName(name);
  const standing = await participationOf(table, person, scope);
  if (!standing?.signature?.organization) throw new NotFound();
  const wanted = decision === "approved" ? "confirmed" : "withdrawn";
  if (standing.state === wanted) return wanted;
  if (standing.state !== "held") {
    const answer = answerTo("confirm", standing.state, "statement");
    throw new NotPossible("refuse" in answer ? answer.refuse : "not-confirmed");
  }
  // What was fixed names all who signed in time: nobody is added to the list behind its back.
  const statement = await scopeDetails(table, scope, { consistent: true });
  if (decision === "approved" && statement?.kind === "statement") {
    if (statement.frozen) throw new ActionClosed("action-closed");
    if (statement.state === "cancelled") throw new ActionClosed("action-cancelled");
  }
  const act = { subject: scope, who, act: `signature-${decision}`, reason, from: "held", to: wanted };
  const audit = auditing(table, act, { at: now, id: randomUUID() });
  if (!(await reviewOrganization(table, { standing, decision, now }, audit))) throw new ChangedMeanwhile();
  return wanted;
}

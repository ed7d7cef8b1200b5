import { isSlug } from "../domain/scope.ts";
import type { Event } from "../table/scope.ts";
import type { OwedMail } from "./owed.ts";

/** Mails to whoever proposed an event. */
export const proposalMailKinds = [
  "proposal-confirm",
  "proposal-submitted",
  "proposal-approved",
  "proposal-declined",
  "proposal-question",
  "report-question",
] as const;
export type ProposalMailKind = (typeof proposalMailKinds)[number];

export function isProposalMail(kind: string): kind is ProposalMailKind {
  return proposalMailKinds.some((known) => known === kind);
}

/** What such a mail and its links are about: not the event itself, which its proposer may register for too. */
const prefix = "proposal.";

export function proposalSubject(slug: string): string {
  return `${prefix}${slug}`;
}

export function proposalSlug(subject: string): string | undefined {
  const slug = subject.startsWith(prefix) ? subject.slice(prefix.length) : "";
  return isSlug(slug) ? slug : undefined;
}

/** Which mails a change of an event owes its proposer. Pure. */
export function owedToProposer(before: Event | undefined, after: Event): OwedMail[] {
  const { proposer, slug, version, changedAt } = after;
  if (proposer === undefined || changedAt === undefined) return [];
  const kind = kindOwed(before, after);
  const mail = { person: proposer, subject: proposalSubject(slug), occurrence: version, owedAt: changedAt };
  const asks = after.reportAsks ?? 0;
  if (asks > (before?.reportAsks ?? 0)) return [{ ...mail, kind: "report-question", occurrence: asks }];
  return kind ? [{ ...mail, kind }] : [];
}

function kindOwed(before: Event | undefined, after: Event): ProposalMailKind | undefined {
  if (after.state === "unverified")
    return (after.asks ?? 0) > (before?.asks ?? 0) ? "proposal-confirm" : undefined;
  if (before?.state === "unverified" && after.state === "submitted") return "proposal-submitted";
  if ((after.questions ?? 0) > (before?.questions ?? 0)) return "proposal-question";
  if (before?.state === after.state) return undefined;
  if (after.state === "published" && before?.state !== "closed") return "proposal-approved";
  return after.state === "declined" ? "proposal-declined" : undefined;
}

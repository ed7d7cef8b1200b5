import { owedByMember } from "../../shared/mail/member-owed.ts";
import { type OwedMail, owedByParticipation } from "../../shared/mail/owed.ts";
import { owedToProposer } from "../../shared/mail/owed-proposals.ts";
import { readMember } from "../../shared/table/member.ts";
import { readParticipation } from "../../shared/table/participation.ts";
import { Event } from "../../shared/table/scope.ts";
import type { Change } from "../edge/stream.ts";

/** Which mails a change of each entity owes; changes of any other owe none. */
const owing: Record<string, (change: Required<Change>) => OwedMail[]> = {
  participation: ({ before, after }) =>
    after ? owedByParticipation(before && readParticipation(before), readParticipation(after)) : [],
  scope: ({ before, after }) =>
    after?.kind === "event" ? owedToProposer(before && Event.parse(before), Event.parse(after)) : [],
  member: ({ before, after }) => (after ? owedByMember(before && readMember(before), readMember(after)) : []),
};

/** The mails that a change of the table owes. Pure: (as it was, as it is) → mails. */
export function mailsOwedBy({ before, after }: Change): OwedMail[] {
  return owing[String(after?.entity)]?.({ before, after }) ?? [];
}

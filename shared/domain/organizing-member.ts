import { nameIdentity } from "./organization-name.ts";

interface Named {
  id: string;
  name: string;
}

/**
 * Which of the members that a proposer speaks for organizes the event: the one that was typed as organizer, or the only
 * one where none was typed. Undefined where somebody else organizes it, or where they speak for several and named none.
 * Pure.
 */
export function organizingMember<Member extends Named>(
  organizer: string | undefined,
  members: readonly Member[],
): Member | undefined {
  if (organizer === undefined) return members.length === 1 ? members[0] : undefined;
  const identity = nameIdentity(organizer);
  return members.find(({ name }) => nameIdentity(name) === identity);
}

import type { MemberKind, MemberState } from "./member-states.ts";
import type { Countable } from "./tally.ts";

/** What a member puts into the coalition's counts in the state it is in. Requests to change one are no members. */
export function countableMember(item: {
  what: "application" | "contact" | "change";
  state: MemberState;
  version: number;
  kind: MemberKind;
  country: string;
}): Countable {
  const { what, state, version, kind, country } = item;
  const counted = what === "application" && state === "approved";
  return {
    thing: "membership",
    entry: counted
      ? {
          version,
          scopes: ["coalition"],
          adds: { members: 1, [`memberKind:${kind}`]: 1, [`memberCountry:${country}`]: 1 },
        }
      : { version, scopes: [], adds: {} },
  };
}

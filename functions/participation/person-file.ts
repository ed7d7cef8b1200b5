import type { ListedRegistrant, PersonFile } from "../../shared/contracts/registrants.ts";
import { answerTo, stateAt } from "../../shared/domain/participation-states.ts";
import { NotFound } from "../../shared/domain/refused.ts";
import { type ActionKind, kindOf } from "../../shared/domain/scope.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { PersonItems } from "../../shared/table/person-file.ts";
import type { Person } from "../../shared/table/persons.ts";

/** All that is kept of one person, in the words of the staff's API; throws `NotFound` where there is no person. Pure. */
export function fileOf(
  person: string,
  { profile, participations, suppression }: PersonItems,
  now: Date,
): Omit<PersonFile, "titles" | "members"> {
  if (!profile) throw new NotFound();
  return {
    person,
    email: profile.email,
    createdAt: profile.createdAt,
    participations: participations.map((participation) => {
      const { person: _person, ...listed } = registrantOf(participation, profile, now);
      const kind = kindOf(participation.scope) as ActionKind;
      const answer = answerTo("withdraw", listed.state, kind);
      return { ...listed, verbs: "to" in answer ? ["withdraw" as const] : [] };
    }),
    mails: {
      stopped: [...(suppression?.stopped ?? [])],
      undeliverable: suppression?.undeliverable ?? null,
    },
  };
}

/** A participation as lists show it, with the name that was given with it once it is confirmed. Pure. */
export function registrantOf(
  participation: Participation,
  profile: Person | undefined,
  now: Date,
): ListedRegistrant {
  const { person, scope, locale, country, source, consent } = participation;
  const state = stateAt(participation, now);
  return {
    ...{ person, scope, locale, country, source },
    name: profile?.names[scope],
    state: state === "absent" ? "expired" : state,
    updates: consent?.updates ?? false,
    since: participation.confirmedAt ?? participation.waitingSince ?? participation.createdAt,
  };
}

import type { RouteKey } from "../../shared/contracts/routes.ts";
import {
  Invitation,
  RolesChange,
  StaffPeople,
  StaffPeopleQuery,
  StaffPerson,
} from "../../shared/contracts/staff-people.ts";
import { ChangedMeanwhile, NotAllowed, NotFound, NotYourself } from "../../shared/domain/refused.ts";
import { noteAct } from "../../shared/table/audit.ts";
import { alone } from "../../shared/table/lease.ts";
import { pageOf } from "../../shared/table/reading-on.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { everybody, invite, inviteAgain, type Pool, remove, setRoles } from "./staff-pool.ts";

export interface Surroundings {
  pool: Pool;
  table: Table;
  clock: () => Date;
  /** Random; names an entry of the audit list. */
  id: () => string;
}

/**
 * Who is on the staff; for admins. The user pool takes no part in the table's transactions, so the audit entry is
 * written before anybody gains or loses a right: an act that failed may stand in it, none is missing.
 */
export function peopleRoutes(surroundings: Surroundings): Routes<RouteKey<"staff-people">> {
  const { pool } = surroundings;
  return {
    "GET /api/staff/people": {
      async handle(asked) {
        staffMember(asked, "admin");
        const { role, status, cursor } = check(StaffPeopleQuery, asked.query);
        const wanted = (await everybody(pool)).filter(
          (person) => (!role || person.roles.includes(role)) && (!status || person.status === status),
        );
        const { items, next } = pageOf(wanted, readCursor(cursor, "people"));
        return json(200, StaffPeople.parse({ items, next: cursorOf(next, "people") }));
      },
    },
    "POST /api/staff/people": {
      async handle(asked) {
        const { email, roles } = check(Invitation, asked.body);
        return asAdmin(surroundings, asked, async ({ who }) => {
          const invited = await invite(pool, email);
          await note(surroundings, { who, person: invited.id, act: "staff.invite", to: roles });
          await setRoles(pool, invited, roles);
          return json(201, StaffPerson.parse({ ...invited, roles }));
        });
      },
    },
    "POST /api/staff/people/{id}/invitation": {
      handle: (asked) =>
        asAdmin(surroundings, asked, async ({ who, people }) => {
          const person = named(people, asked);
          if (person.status !== "invited") throw new ChangedMeanwhile();
          await note(surroundings, { who, person: person.id, act: "staff.invite-again" });
          await inviteAgain(pool, person.email);
          return json(200, StaffPerson.parse(person));
        }),
    },
    "POST /api/staff/people/{id}/roles": {
      async handle(asked) {
        const { roles, from } = check(RolesChange, asked.body);
        return asAdmin(surroundings, asked, async ({ who, people }) => {
          const person = named(people, asked);
          if (person.id === who && !roles.includes("admin")) throw new NotYourself();
          if (!areSame(person.roles, from)) throw new ChangedMeanwhile();
          await note(surroundings, { who, person: person.id, act: "staff.roles", from, to: roles });
          await setRoles(pool, person, roles);
          return json(200, StaffPerson.parse({ ...person, roles }));
        });
      },
    },
    "POST /api/staff/people/{id}/removal": {
      handle: (asked) =>
        asAdmin(surroundings, asked, async ({ who, people }) => {
          const person = named(people, asked);
          if (person.id === who) throw new NotYourself();
          await note(surroundings, { who, person: person.id, act: "staff.remove", from: person.roles });
          await remove(pool, person.id);
          return json(200, { id: person.id });
        }),
    },
  };
}

/** Whoever acts on the staff, and the staff as it stands while nobody else acts on it. */
interface Acting {
  who: string;
  people: StaffPerson[];
}

/**
 * One admin acts at a time, and only who is one at this moment, whatever their token still says. Since nobody can take
 * their own role, one admin is left whatever two of them do to each other at once.
 */
function asAdmin<Done>(
  { pool, table, clock, id }: Surroundings,
  asked: Asked,
  act: (acting: Acting) => Promise<Done>,
): Promise<Done> {
  const { id: who } = staffMember(asked, "admin");
  return alone(table, { name: "staff-people", holder: id(), clock }, async () => {
    const people = await everybody(pool);
    if (!people.some((person) => person.id === who && person.roles.includes("admin"))) throw new NotAllowed();
    return act({ who, people });
  });
}

function named(people: readonly StaffPerson[], { params }: Asked): StaffPerson {
  const found = people.find(({ id }) => id === params.id);
  if (!found) throw new NotFound();
  return found;
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

interface Noted {
  who: string;
  person: string;
  act: string;
  from?: readonly string[];
  to?: readonly string[];
}

function note({ table, clock, id }: Surroundings, { who, person, act, from, to }: Noted): Promise<void> {
  const roles = { ...(from && { from: from.join(" ") }), ...(to && { to: to.join(" ") }) };
  return noteAct(table, { subject: `staff.${person}`, who, act, ...roles }, { at: clock(), id: id() });
}

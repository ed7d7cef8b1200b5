import {
  PersonAct,
  PersonFile,
  PersonFound,
  PersonSearch,
  personVerbs,
  RegistrantsList,
  RegistrantsListQuery,
  ScopeList,
  ScopesQuery,
  Withdrawal,
} from "../../shared/contracts/registrants.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { personHash } from "../../shared/domain/person-hash.ts";
import { NotFound, UnknownVerb } from "../../shared/domain/refused.ts";
import { noteAct } from "../../shared/table/audit.ts";
import { allOfPerson } from "../../shared/table/person-file.ts";
import { pageOf } from "../../shared/table/reading-on.ts";
import { stopMails } from "../../shared/table/suppression.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { erase } from "./erase.ts";
import { listRegistrants } from "./list-registrants.ts";
import { listScopes } from "./list-scopes.ts";
import { fileOf } from "./person-file.ts";
import { speaksFor } from "./speaks-for.ts";
import { titlesOf } from "./titles.ts";
import { withdrawFor } from "./withdraw-for.ts";

export interface PersonDesk extends Pick<Surroundings, "table" | "personKey" | "scope" | "clock"> {
  /** Random; names an entry of the audit list. */
  id: () => string;
}

/**
 * Who takes part, and what organizers do for one of them who asks by mail. Lists show names; an address is seen in one
 * person's file or an export, and both are noted in the audit list.
 */
export function personRoutes(desk: PersonDesk): Routes<RouteKey<"participation-staff">> {
  const { table, personKey, clock } = desk;
  const note = (who: string, person: string, act: string, more: { reason?: string; to?: string } = {}) =>
    noteAct(table, { subject: `person.${person}`, who, act, ...more }, { at: clock(), id: desk.id() });
  return {
    "GET /api/staff/scopes": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        const { cursor, ...wanted } = check(ScopesQuery, asked.query);
        const { items, next } = pageOf(await listScopes(table, wanted), readCursor(cursor, "scopes"));
        return json(200, ScopeList.parse({ items, next: cursorOf(next, "scopes") }));
      },
    },
    "GET /api/staff/registrants": {
      async handle(asked) {
        staffMember(asked, "organizer");
        const { cursor, ...wanted } = check(RegistrantsListQuery, asked.query);
        const { items, next } = await listRegistrants(table, wanted, {
          cursor: readCursor(cursor, wanted.scope),
          now: clock(),
        });
        const titles = await titlesOf(desk, [wanted.scope, ...items.map(({ scope }) => scope)]);
        return json(200, RegistrantsList.parse({ items, titles, next: cursorOf(next, wanted.scope) }));
      },
    },
    "POST /api/staff/persons/search": {
      async handle(asked) {
        staffMember(asked, "organizer");
        const { email } = check(PersonSearch, asked.body);
        const person = personHash(email, await personKey());
        if (!(await allOfPerson(table, person)).profile) throw new NotFound();
        return json(200, PersonFound.parse({ person }));
      },
    },
    "GET /api/staff/persons/{person}": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const person = personIn(asked);
        const items = await allOfPerson(table, person);
        const file = fileOf(person, items, clock());
        await note(who, person, "person.look");
        const named = file.participations.map(({ scope }) => scope);
        const [titles, members] = await Promise.all([
          titlesOf(desk, named),
          speaksFor(table, items.contacts),
        ]);
        return json(200, PersonFile.parse({ ...file, titles, members }));
      },
    },
    "POST /api/staff/persons/{person}/{verb}": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const person = personIn(asked);
        const verb = personVerbs.find((known) => known === asked.params.verb);
        if (!verb) throw new UnknownVerb();
        const body = asked.body ?? {};
        const { reason } = check(PersonAct, body);
        const scope = verb === "withdraw" ? check(Withdrawal, body).scope : undefined;
        await note(who, person, `person.${verb}`, { ...(reason && { reason }), ...(scope && { to: scope }) });
        if (scope !== undefined) await withdrawFor(desk, person, scope);
        else if (verb === "erase") await erase(desk, person);
        else await stopMails(table, { person, purpose: "all" }, clock());
        return json(200, { person, done: verb });
      },
    },
  };
}

function personIn({ params }: Asked): string {
  const person = params.person ?? "";
  if (!/^[\w-]{24}$/.test(person)) throw new NotFound();
  return person;
}

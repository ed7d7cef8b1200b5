import * as z from "zod";
import { AttendanceReport, CheckIn } from "../../shared/contracts/attendance.ts";
import { StaffEventsQuery, statesAsked } from "../../shared/contracts/event-query.ts";
import { cursor } from "../../shared/contracts/list-query.ts";
import { Capacity, EventDecision, EventEdit, Reason } from "../../shared/contracts/proposal.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { isWanted } from "../../shared/domain/event-filter.ts";
import type { EventVerb } from "../../shared/domain/event-states.ts";
import { linkToken, readLinkToken } from "../../shared/domain/link-token.ts";
import { InvalidLink } from "../../shared/domain/refused.ts";
import { noteAct } from "../../shared/table/audit.ts";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";
import { findRegistrants } from "../../shared/table/registrants.ts";
import { scopesPage } from "../../shared/table/scopes-by-state.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { checkIn } from "./check-in.ts";
import { type Deciding, decide, resize, staffEvent } from "./decide.ts";
import { editEvent } from "./edit.ts";
import { report } from "./report.ts";
import { staffView, staffViewWithFigures } from "./staff-view.ts";

export interface Organizing extends Deciding {
  origin: string;
  linkSecret: () => Promise<string>;
}

const Registrants = z.object({
  q: z.string().max(100, "too-long").default(""),
  cursor,
});

const verbs = { approved: "approve", declined: "decline", question: "ask" } as const;

/** What organizers do with events; each is in the audit list. */
export function staffRoutes(deciding: Organizing): Routes<RouteKey<"events-staff">> {
  const { table } = deciding;
  const doing = (verb: EventVerb): Route => ({
    async handle(asked) {
      const { id: who } = staffMember(asked, "organizer");
      const { reason } = check(Reason, asked.body);
      return json(200, staffView(await decide(deciding, { slug: slugOf(asked), verb, who, reason })));
    },
  });
  return {
    "GET /api/staff/events": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        const { cursor, title, ...filter } = check(StaffEventsQuery, asked.query);
        const { items, next } = await readingOn(
          (after) => scopesPage(table, { kind: "event", states: statesAsked(filter) }, after),
          (event) =>
            isWanted(event, filter) &&
            holdsWords([...Object.values(event.title), event.slug, event.organizer], title),
          readCursor(cursor, "staff-events"),
        );
        return json(200, { items: items.map(staffView), next: cursorOf(next, "staff-events") });
      },
    },
    "GET /api/staff/events/{slug}": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        return json(200, await staffViewWithFigures(table, await staffEvent(table, slugOf(asked))));
      },
    },
    "POST /api/staff/events/{slug}": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const edit = check(EventEdit, asked.body);
        return json(200, staffView(await editEvent(deciding, { slug: slugOf(asked), edit, who })));
      },
    },
    "POST /api/staff/events/{slug}/decision": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const { decision, reason } = check(EventDecision, asked.body);
        const verb = verbs[decision];
        return json(200, staffView(await decide(deciding, { slug: slugOf(asked), verb, who, reason })));
      },
    },
    "POST /api/staff/events/{slug}/publish": doing("publish"),
    "POST /api/staff/events/{slug}/close": doing("close"),
    "POST /api/staff/events/{slug}/cancel": doing("cancel"),
    "POST /api/staff/events/{slug}/capacity": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const { capacity } = check(Capacity, asked.body);
        const event = await resize(deciding, { slug: slugOf(asked), capacity, who });
        return json(200, await staffViewWithFigures(table, event));
      },
    },
    "POST /api/staff/events/{slug}/attendance": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const said = check(isReport(asked.body) ? AttendanceReport : CheckIn, asked.body);
        if ("reported" in said)
          return json(200, await report(deciding, await staffEvent(table, slugOf(asked)), { who, ...said }));
        const event = await staffEvent(table, slugOf(asked));
        const person = said.person ?? (await holderOf(deciding, said.ticket ?? "", event.scope));
        const { scope } = event;
        const { state } = await checkIn(table, { scope, person, attended: said.attended }, deciding.clock());
        return json(200, { person, state });
      },
    },
    "GET /api/staff/events/{slug}/registrants": {
      async handle(asked) {
        staffMember(asked, "organizer");
        const { scope } = await staffEvent(table, slugOf(asked));
        const { cursor, q } = check(Registrants, asked.query);
        const after = readCursor(cursor, scope);
        const { items, next } = await findRegistrants(table, scope, { q, after });
        return json(200, { items, next: cursorOf(next, scope) });
      },
    },
    "POST /api/staff/events/{slug}/check-in-link": {
      async handle(asked) {
        const { id: who } = staffMember(asked, "organizer");
        const event = await staffEvent(table, slugOf(asked));
        const expires = Math.floor(new Date(event.endsAt).getTime() / 1000) + doorHours * 3600;
        const link = {
          purpose: "check-in",
          person: nobody,
          subject: event.scope,
          generation: 1,
          expires,
        } as const;
        const { origin, linkSecret, clock, id } = deciding;
        await noteAct(
          table,
          { subject: event.scope, who, act: "event.check-in-link" },
          { at: clock(), id: id() },
        );
        return json(200, { url: `${origin}/check-in/${linkToken(link, await linkSecret())}` });
      },
    },
  };
}

/** A door's link is nobody's own: whoever has it may tick, until some hours after the event. */
const nobody = "A".repeat(24);
const doorHours = 12;

function isReport(body: unknown): boolean {
  return typeof body === "object" && body !== null && "reported" in body;
}

async function holderOf({ linkSecret }: Organizing, ticket: string, scope: string): Promise<string> {
  const link = readLinkToken(ticket, await linkSecret());
  if (link?.purpose !== "ticket" || link.subject !== scope) throw new InvalidLink();
  return link.person;
}

function slugOf(asked: Asked): string {
  return asked.params.slug ?? "";
}

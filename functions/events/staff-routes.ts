import * as z from "zod";
import { Capacity, EventDecision, EventEdit, Reason } from "../../shared/contracts/proposal.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { type EventVerb, eventStates } from "../../shared/domain/event-states.ts";
import { scopesIn } from "../../shared/table/scope.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route, Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { type Deciding, decide, resize, staffEvent } from "./decide.ts";
import { editEvent } from "./edit.ts";
import { staffView, staffViewWithSeats } from "./staff-view.ts";

const pageSize = 50;
const Listing = z.object({
  state: z.enum(eventStates).exclude(["unverified"]).default("submitted"),
  cursor: z.string().max(300, "too-long").optional(),
});

const verbs = { approved: "approve", declined: "decline", question: "ask" } as const;

/** What organizers do with events; each is in the audit list. */
export function staffRoutes(deciding: Deciding): Routes<RouteKey<"events-staff">> {
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
        const { state, cursor } = check(Listing, asked.query);
        const page = { after: readCursor(cursor), limit: pageSize };
        const found = await scopesIn(table, { kind: "event", state }, page);
        const events = found.filter((item) => item.kind === "event");
        const last = found.length === pageSize ? found.at(-1)?.listSk : undefined;
        return json(200, { items: events.map(staffView), next: cursorOf(last) });
      },
    },
    "GET /api/staff/events/{slug}": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        return json(200, await staffViewWithSeats(table, await staffEvent(table, slugOf(asked))));
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
        return json(200, await staffViewWithSeats(table, event));
      },
    },
  };
}

function slugOf(asked: Asked): string {
  return asked.params.slug ?? "";
}

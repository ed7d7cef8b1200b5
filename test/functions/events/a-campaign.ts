import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { confirm } from "../../../functions/participation/confirm.ts";
import { signUp } from "../../../functions/participation/signup.ts";
import { personHash } from "../../../shared/domain/person-hash.ts";
import type { ActionScope } from "../../../shared/domain/scope.ts";
import { takenSeats } from "../../../shared/domain/seats.ts";
import { scopeKey } from "../../../shared/table/keys.ts";
import { type Participation, participationOf } from "../../../shared/table/participation.ts";
import { addScope, type Event, scopeDetails, scopePlace } from "../../../shared/table/scope.ts";
import { seatsOf } from "../../../shared/table/seats.ts";
import { openTable, type Table } from "../../../shared/table/table.ts";
import { clientFor } from "../../stack/provided.ts";
import { dynamoEndpoint, makeTable } from "../../stack/tables.ts";

/** What tests of events do on a fresh table, through the system's own use cases, with a clock that they set. */

export const someDay = new Date("2027-06-01T09:00:00Z");

export function later(hours: number, since = someDay): Date {
  return new Date(since.getTime() + hours * 3_600_000);
}

export async function freshTable(): Promise<Table> {
  return reached(await makeTable());
}

/** A table through another door, such as a proxy that injects faults. */
export function reached(name: string, endpoint = dynamoEndpoint()): Table {
  return openTable(name, new DynamoDBClient(clientFor(endpoint)));
}

export async function anEvent(table: Table, wishes: Partial<Event> & { slug: string }): Promise<Event> {
  const scope: ActionScope = `event.${wishes.slug}`;
  const state = wishes.state ?? "published";
  const event: Event = {
    ...scopeKey(scope),
    sk: "DETAILS",
    entity: "scope",
    kind: "event",
    scope,
    campaign: "campaign.the-day",
    state,
    version: 1,
    title: { en: "An evening on encryption" },
    summary: { en: "With tea." },
    starts: "2027-10-21T18:00",
    ends: "2027-10-21T20:00",
    timeZone: "Europe/Zurich",
    startsAt: "2027-10-21T16:00:00Z",
    endsAt: "2027-10-21T18:00:00Z",
    online: false,
    capacity: null,
    sequence: 0,
    ...scopePlace({ kind: "event", state, scope }, wishes.startsAt ?? "2027-10-21T16:00:00Z"),
    ...wishes,
  };
  if (!(await addScope(table, event))) throw new Error(`${scope} is there already`);
  return event;
}

export function personNamed(name: string): string {
  return personHash(`${name}@example.org`, "key");
}

export async function signedUp(table: Table, event: Event, { name, now = someDay }: Who): Promise<void> {
  const person = personNamed(name);
  const { scope, campaign } = event;
  await signUp(table, { person, email: `${name}@example.org`, name, scope, campaign, locale: "en" }, now);
}

export interface Who {
  name: string;
  now?: Date;
}

/** Presses the button of the mail to confirm. */
export async function confirmed(
  table: Table,
  event: Event,
  { name, now = someDay }: Who,
): Promise<Participation> {
  return confirm({ table, scope: (scope) => scopeDetails(table, scope) }, linkTo(event, name), now);
}

export function linkTo(event: Event, name: string) {
  const person = personNamed(name);
  return { purpose: "manage", person, subject: event.scope, generation: 1, expires: 2_000_000_000 } as const;
}

export async function registered(table: Table, event: Event, who: Who): Promise<Participation> {
  await signedUp(table, event, who);
  return confirmed(table, event, who);
}

export async function stateOf(table: Table, event: Event, name: string): Promise<string | undefined> {
  return (await participationOf(table, personNamed(name), event.scope))?.state;
}

export async function seatsTaken(table: Table, event: Event): Promise<number> {
  return takenSeats(await seatsOf(table, event));
}

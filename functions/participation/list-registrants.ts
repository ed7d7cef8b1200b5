import * as z from "zod";
import type { ListedRegistrant, RegistrantsListQuery } from "../../shared/contracts/registrants.ts";
import { folded } from "../../shared/domain/folded.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { type ActionScope, type CampaignScope, isActionScope } from "../../shared/domain/scope.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { type ListPlace, participantsPage } from "../../shared/table/participants.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { personsNamed } from "../../shared/table/persons.ts";
import { madeUp } from "../../shared/table/reading-on.ts";
import { scopeDetails } from "../../shared/table/scope.ts";
import { actionsOf } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import { partsIn } from "../edge/cursor.ts";
import { registrantOf } from "./person-file.ts";

type Wanted = Omit<RegistrantsListQuery, "cursor">;

/** A page is full with this many; a bucket that is read for it may bring a few more. */
const pageSize = 50;
/** Reads for one page at most: a filter that fits few would else read a million. The page then ends where it got to. */
const mostReads = 80;

const Place = z.object({
  action: z.string(),
  list: z.number().int(),
  bucket: z.number().int(),
  after: z.string().optional(),
});
type Place = z.infer<typeof Place>;

/**
 * A page of those who stand in the lists of an action, or of all actions of a campaign, one after the other. In no order
 * that means anything, but in one that stays: a million are read through once each.
 */
export async function listRegistrants(
  table: Table,
  wanted: Wanted,
  { cursor, now }: { cursor: string | undefined; now: Date },
): Promise<{ items: ListedRegistrant[]; next: string | undefined }> {
  const actions = await actionsIn(table, wanted.scope);
  const found: Participation[] = [];
  let place = cursor === undefined ? first(actions) : readPlace(cursor, actions);
  for (let reads = 0; place && found.length < pageSize && reads < mostReads; reads++) {
    const page: { items: Participation[]; next: Place | undefined } = await readAt(table, actions, place);
    const fitting = page.items.filter((one) => isWanted(one, wanted));
    found.push(...(await named(table, fitting, wanted.name)));
    place = page.next;
  }
  const people = await personsNamed(
    table,
    found.map(({ person }) => person),
  );
  return {
    items: found.map((one) => registrantOf(one, people.get(one.person), now)),
    next: place && JSON.stringify(place),
  };
}

/** Those whose name holds a text; for it each of them has to be read. */
async function named(
  table: Table,
  some: readonly Participation[],
  text: string | undefined,
): Promise<readonly Participation[]> {
  const wanted = folded(text?.trim() ?? "");
  if (!wanted) return some;
  const people = await personsNamed(
    table,
    some.map(({ person }) => person),
  );
  return some.filter(({ person, scope }) => folded(people.get(person)?.names[scope] ?? "").includes(wanted));
}

/** Those that nobody is counted in come last: their lists are read too, since somebody may wait in one. */
async function actionsIn(table: Table, scope: string): Promise<ActionScope[]> {
  const known = scope as ActionScope | CampaignScope;
  if (!(await scopeDetails(table, known))) throw new UnknownScope(scope);
  if (isActionScope(known)) return [known];
  const [actions, figures] = await Promise.all([actionsOf(table, known as CampaignScope), headlines(table)]);
  const isEmpty = (action: ActionScope) => Number(!figures.get(action)?.actions);
  return actions.sort((a, b) => isEmpty(a) - isEmpty(b) || (a < b ? -1 : 1));
}

async function readAt(table: Table, actions: readonly ActionScope[], { action, ...place }: Place) {
  const scope = action as ActionScope;
  const lists = [scope, `${scope}.waiting`];
  const asked = { scope, lists, after: place as ListPlace, limit: pageSize };
  const { items, next } = await participantsPage(table, asked);
  return {
    items: items.map(({ participation }) => participation),
    next: next ? { action, ...next } : first(actions.slice(actions.indexOf(scope) + 1)),
  };
}

function first([action]: readonly ActionScope[]): Place | undefined {
  return action && { action, list: 0, bucket: 0 };
}

function isWanted({ state, country, locale }: Participation, wanted: Wanted): boolean {
  return (
    (wanted.state === undefined || state === wanted.state) &&
    (wanted.country === undefined || country === wanted.country) &&
    (wanted.language === undefined || locale === wanted.language)
  );
}

/** Of an action that it still has. */
function readPlace(cursor: string, actions: readonly ActionScope[]): Place {
  const place = partsIn(Place, cursor);
  if (!actions.some((action) => action === place.action)) throw madeUp();
  return place;
}

import { counts, type ParticipationState } from "./participation-states.ts";
import type { ActionScope, CampaignScope, Scope } from "./scope.ts";

/**
 * Counting exactly once, as pure arithmetic.
 *
 * Each person (or member, or report) has one ledger: per thing of theirs, the newest version that has been counted and
 * what it puts into which counts. A change is counted by replacing that entry and adding the *difference* of the
 * ledger's figures to the counters, both in one transaction. An older or equal version changes nothing, so replays,
 * duplicates, reordering and redrives are harmless, however late they come.
 */
export interface Entry {
  version: number;
  /** The counts that it stands in; none once it is withdrawn. */
  scopes: Scope[];
  /** What it adds to each of those counts, per figure. */
  adds: Figures;
  /** Set where a person stands behind it: they are one of `people` however many things they do. */
  person?: Facets | undefined;
}

/** A person's part in the breakdowns: ISO country, language, source; absent where it is not known. */
export interface Facets {
  country?: string | undefined;
  locale?: string | undefined;
  source?: string | undefined;
}

/** Figures by name: `people`, `actions`, `reported`, `members`, or a breakdown's cell such as `country:CH`. */
export type Figures = Record<string, number>;

/** Figures to add, by scope. */
export type Deltas = Record<string, Figures>;

export interface Ledger {
  entries: Record<string, Entry>;
  /** Every difference ever added, by the UTC hour in which it was (`2027-10-21T09`): what the reconciler sums up. */
  bookings: Record<string, Deltas>;
}

export const emptyLedger: Ledger = { entries: {}, bookings: {} };

/** One thing of a ledger's owner, as it stands in its newest stored image. */
export interface Countable {
  thing: string;
  entry: Entry;
  /**
   * Set where nothing older of it can have counted. Then, while it counts for nothing, there is nothing to remember, and
   * most signups that are never confirmed cost the tally no write. Without it a late older image would be counted.
   */
  fresh?: boolean;
}

/** What a participation puts into the counts in the state it is in. */
export function countableParticipation(item: {
  scope: ActionScope;
  campaign: CampaignScope;
  state: ParticipationState;
  version: number;
  generation: number;
  confirmedAt?: string | undefined;
  country?: string | undefined;
  locale?: string | undefined;
  source?: string | undefined;
}): Countable {
  const { scope, campaign, state, version, country, locale, source } = item;
  const entry: Entry = counts(state)
    ? {
        version,
        scopes: ["coalition", campaign, scope],
        adds: {
          actions: 1,
          ...(state === "attended" && { attended: 1 }),
          ...(state === "kept" && { kept: 1 }),
        },
        person: { country, locale, source },
      }
    : { version, scopes: [], adds: {} };
  return { thing: scope, entry, fresh: item.generation === 1 && item.confirmedAt === undefined };
}

/** What a member puts into the coalition's counts: itself, while it is approved. Applications for one are none. */
export function countableMember(item: {
  what: string;
  state: string;
  version: number;
  kind: string;
  country: string;
}): Countable {
  const { what, state, version, kind, country } = item;
  const entry: Entry =
    what === "application" && state === "approved"
      ? {
          version,
          scopes: ["coalition"],
          adds: { members: 1, [`memberKind:${kind}`]: 1, [`memberCountry:${country}`]: 1 },
        }
      : { version, scopes: [], adds: {} };
  return { thing: "member", entry };
}

/**
 * Counts `things` in the ledger. Returns the ledger to store and what to add to the counters, or undefined where
 * nothing is newer than what has been counted (then nothing needs to be written). What is added is what the entries say
 * less what was ever booked, so a ledger whose bookings were damaged mends itself.
 */
export function post(
  ledger: Ledger,
  things: readonly Countable[],
  hour: string,
): { ledger: Ledger; deltas: Deltas } | undefined {
  const entries = { ...ledger.entries };
  let newer = false;
  for (const { thing, entry, fresh } of things) {
    const known = entries[thing];
    const neverCounted = !known && fresh && entry.scopes.length === 0;
    if (neverCounted || (known && known.version >= entry.version)) continue;
    entries[thing] = entry;
    newer = true;
  }
  const deltas = subtract(figuresOf(entries), booked(ledger));
  const changed = Object.keys(deltas).length > 0;
  if (!newer && !changed) return undefined;
  const bookings = { ...ledger.bookings };
  if (changed) bookings[hour] = addDeltas(bookings[hour] ?? {}, deltas);
  return { ledger: { entries, bookings }, deltas };
}

/** All that was ever added to the counters for a ledger. */
export function booked({ bookings }: Ledger): Deltas {
  return Object.values(bookings).reduce<Deltas>(addDeltas, {});
}

/** All that a ledger's entries put into the counts, by scope. */
export function figuresOf(entries: Ledger["entries"]): Deltas {
  const figures: Deltas = {};
  const seen = new Set<string>();
  for (const entry of inOrder(entries)) {
    for (const scope of entry.scopes) {
      figures[scope] ??= {};
      const into = figures[scope];
      for (const [figure, n] of Object.entries(entry.adds)) add(into, figure, n);
      if (entry.person && !seen.has(scope)) {
        seen.add(scope);
        addPerson(into, entry.person);
      }
    }
  }
  return figures;
}

/** One person in one scope: the facets are those of the first entry (by name) that puts them there. */
function addPerson(into: Figures, person: Facets): void {
  add(into, "people", 1);
  add(into, `country:${person.country ?? "unknown"}`, 1);
  add(into, `language:${person.locale ?? "unknown"}`, 1);
  add(into, `source:${person.source ?? "unknown"}`, 1);
}

/** By name, so that the figures depend on what the entries are and not on the order in which they were counted. */
function inOrder(entries: Ledger["entries"]): Entry[] {
  return Object.entries(entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

function add(into: Figures, figure: string, n: number): void {
  into[figure] = (into[figure] ?? 0) + n;
}

/** The sum of two sets of deltas; figures that come to nothing are left out. */
export function addDeltas(a: Deltas, b: Deltas): Deltas {
  const sum: Deltas = {};
  for (const scope of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const figures: Figures = { ...a[scope] };
    for (const [figure, n] of Object.entries(b[scope] ?? {})) add(figures, figure, n);
    const left = Object.entries(figures).filter(([, n]) => n !== 0);
    if (left.length > 0) sum[scope] = Object.fromEntries(left);
  }
  return sum;
}

export function subtract(a: Deltas, b: Deltas): Deltas {
  const negated: Deltas = {};
  for (const [scope, figures] of Object.entries(b)) {
    negated[scope] = Object.fromEntries(Object.entries(figures).map(([figure, n]) => [figure, -n]));
  }
  return addDeltas(a, negated);
}

/** The UTC hour that a moment lies in, as it stands in keys: `2027-10-21T09`. */
export function hourOf(moment: Date): string {
  return moment.toISOString().slice(0, 13);
}

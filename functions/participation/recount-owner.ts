import { isActionScope } from "../../shared/domain/scope.ts";
import { type Countable, emptyLedger, post } from "../../shared/domain/tally.ts";
import { LedgerItem } from "../../shared/table/ledger.ts";
import { Participation } from "../../shared/table/participation.ts";
import { countables } from "./tally-batch.ts";

/** All items of one partition, as a scan gives them: what one person or member has in the table. */
export interface Owner {
  pk: string;
  items: Record<string, unknown>[];
}

/** What a look at an owner finds. */
export interface Finding {
  ledger: LedgerItem | undefined;
  /** What the tally has not counted as it stands; empty where the ledger itself has to be mended. Undefined: all is well. */
  missed: Countable[] | undefined;
  /** Actions that stand counted though no participation is there any more. */
  gone: string[];
  /** Pending participations whose time has run out. */
  expired: Participation[];
  /** The time of the last signup of a person who has nothing but an address. */
  forgottenSince: string | undefined;
  /** Items that cannot be read: they are reported and left alone. */
  unreadable: number;
  /** Whether the ledger itself is one of them: then nobody knows what was booked for this owner. */
  brokenLedger: boolean;
}

/** Looks at all that an owner has. Pure: nothing is written yet. */
export function inspect({ pk, items }: Owner, now: Date): Finding {
  const read = items.map(readItem);
  const ledger = read.find((found) => found.ledger)?.ledger;
  const things = read.flatMap(({ thing }) => (thing ? [thing] : []));
  const unreadable = read.filter(({ fault }) => fault).length;
  const there = new Set(items.map(({ sk }) => String(sk)));
  const standing = Object.entries(ledger?.entries ?? {}).filter(([, { scopes }]) => scopes.length > 0);
  const broken = unreadable > 0;
  return {
    ledger,
    missed: !broken && post(ledger ?? emptyLedger, things, "") ? things : undefined,
    gone: standing
      .map(([thing]) => thing)
      .filter((thing) => pk.startsWith("PERSON#") && isActionScope(thing) && !there.has(`ACTION#${thing}`)),
    expired: read.flatMap(({ participation }) =>
      participation && isExpired(participation, now) ? [participation] : [],
    ),
    forgottenSince: items.length === 1 ? profileTime(items[0]) : undefined,
    unreadable,
    brokenLedger: !ledger && items.some(({ sk }) => sk === "COUNTED"),
  };
}

interface Read {
  ledger?: LedgerItem;
  thing?: Countable;
  participation?: Participation;
  fault?: true;
}

function readItem(item: Record<string, unknown>): Read {
  try {
    if (item.sk === "COUNTED") return { ledger: LedgerItem.parse(item) };
    const thing = countables[String(item.entity)]?.(item);
    if (!thing) return {};
    return item.entity === "participation" ? { thing, participation: Participation.parse(item) } : { thing };
  } catch {
    return { fault: true };
  }
}

/** The table's clean-up is given an hour, so that the two do not meet. */
function isExpired({ state, expiresAt }: Participation, now: Date): boolean {
  return state === "pending" && expiresAt !== undefined && expiresAt * 1000 < now.getTime() - 3_600_000;
}

function profileTime(item: Record<string, unknown> | undefined): string | undefined {
  return item?.sk === "PROFILE" ? String(item.changedAt) : undefined;
}

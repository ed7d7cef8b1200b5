import * as z from "zod";
import type { Scope } from "../domain/scope.ts";
import type { Ledger } from "../domain/tally.ts";
import { itemsAt } from "./items-at.ts";
import { ledgerKey } from "./keys.ts";
import { stored, type Table } from "./table.ts";

const Figures = z.record(z.string(), z.number());

const Entry = z.object({
  version: z.number(),
  scopes: z.array(z.custom<Scope>((value) => typeof value === "string")),
  adds: Figures,
  person: z
    .object({ country: z.string().optional(), locale: z.string().optional(), source: z.string().optional() })
    .optional(),
});

/**
 * The tally's memory of one owner: see `shared/domain/tally.ts`. `revision` rises with each writing, and every writing
 * is on the condition that it is still the one that was read.
 */
export const LedgerItem = z.object({
  pk: z.string(),
  sk: z.literal("COUNTED"),
  entity: z.literal("ledger"),
  revision: z.number().int(),
  entries: z.record(z.string(), Entry),
  bookings: z.record(z.string(), z.record(z.string(), Figures)),
});
export type LedgerItem = z.infer<typeof LedgerItem>;

/** What a ledger's owner had counted, or that it cannot be read: then nothing of that owner can be counted. */
export interface Ledgers {
  read: Map<string, LedgerItem>;
  unreadable: string[];
}

/** The ledgers of up to 100 owners, by partition key, read consistently; owners without one are in neither. */
export async function ledgersOf(table: Table, owners: readonly string[]): Promise<Ledgers> {
  const ledgers: Ledgers = { read: new Map(), unreadable: [] };
  for (const item of await itemsAt(table, owners.map(ledgerKey), { consistently: true }))
    place(ledgers, item);
  return ledgers;
}

function place(ledgers: Ledgers, item: Record<string, unknown>): void {
  const ledger = LedgerItem.safeParse(item);
  if (ledger.success) ledgers.read.set(ledger.data.pk, ledger.data);
  else ledgers.unreadable.push(String(item.pk));
}

/** A ledger to be stored in the place of revision `before` (undefined: there was none). */
export interface LedgerChange {
  pk: string;
  before: number | undefined;
  ledger: Ledger;
}

/** The writing of a ledger, as part of a transaction. */
export function putLedger(TableName: string, { pk, before, ledger }: LedgerChange) {
  const item = { ...ledgerKey(pk), entity: "ledger", revision: (before ?? 0) + 1, ...ledger };
  const condition =
    before === undefined
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "revision = :before",
          ExpressionAttributeValues: stored({ ":before": before }),
        };
  return { Put: { TableName, Item: stored(item), ...condition } };
}

import type { PersonKey } from "../../shared/domain/person-hash.ts";
import type { Table } from "../../shared/table/table.ts";

/** All that the membership's public routes need from outside. */
export interface Surroundings {
  table: Table;
  origin: string;
  personKey: () => Promise<PersonKey>;
  clock: () => Date;
}

/** How long applications are kept that came to nothing; the deployment may say otherwise. */
export interface Retention {
  unverifiedDays: number;
  declinedDays: number;
}

export const retention: Retention = { unverifiedDays: 7, declinedDays: 180 };

/** The moment, in whole seconds since 1970, at which the table removes an item. */
export function inDays(now: Date, days: number): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}

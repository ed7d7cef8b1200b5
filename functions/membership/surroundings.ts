import type { PersonKey } from "../../shared/domain/person-hash.ts";
import type { PictureDesk } from "../../shared/pictures/take.ts";
import type { Table } from "../../shared/table/table.ts";

/** All that reading the directory needs from outside. */
export interface Surroundings {
  table: Table;
  origin: string;
  clock: () => Date;
}

/** What taking in applications and logos needs beside. */
export interface Intake extends Surroundings {
  personKey: () => Promise<PersonKey>;
  pictures: PictureDesk;
  retention: Retention;
}

/** How long applications are kept that came to nothing, in days. */
export interface Retention {
  unverifiedDays: number;
  /** Of those that were declined, and of members who have left. */
  declinedDays: number;
}

/** As the stage sets it. */
export function retentionOf(env: { UNVERIFIED_DAYS: number; DECLINED_DAYS: number }): Retention {
  return { unverifiedDays: env.UNVERIFIED_DAYS, declinedDays: env.DECLINED_DAYS };
}

/** The moment, in whole seconds since 1970, at which the table removes an item. */
export function inDays(now: Date, days: number): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}

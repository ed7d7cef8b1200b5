import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import { type StaffRole, staffMember } from "../edge/staff.ts";
import type { Work } from "./staff-texts.ts";

export interface StaffDesk {
  table: Table;
  clock: () => Date;
}

/** Whoever asks, at work; throws `NotAllowed` where none of the roles is theirs. */
export function workOf({ table, clock }: StaffDesk, asked: Asked, ...roles: StaffRole[]): Work {
  return { table, who: staffMember(asked, ...roles).id, now: clock() };
}

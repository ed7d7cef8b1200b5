import { answerTo } from "../../shared/domain/participation-states.ts";
import { NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import type { ActionScope } from "../../shared/domain/scope.ts";
import {
  type Participation,
  participationOf,
  replaceParticipation,
} from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";

const attempts = 5;

/** Ticks somebody at the door, or takes the tick back. Doing it twice answers as the first time. */
export async function checkIn(
  table: Table,
  { scope, person, attended }: { scope: ActionScope; person: string; attended: boolean },
  now: Date,
): Promise<Participation> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await participationOf(table, person, scope);
    const answer = answerTo(attended ? "attend" : "unattend", before?.state ?? "absent", "event");
    if ("refuse" in answer) throw new NotPossible(answer.refuse);
    if (!before) throw new NotPossible("not-signed-up");
    if ("same" in answer) return before;
    const after = {
      ...before,
      state: answer.to,
      version: before.version + 1,
      changedAt: now.toISOString(),
    };
    if (!(await replaceParticipation(table, before, after))) return after;
  }
  throw new TooBusy();
}

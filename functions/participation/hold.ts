import type { Link } from "../../shared/domain/link-token.ts";
import { answerTo } from "../../shared/domain/participation-states.ts";
import { NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { type Participation, replaceParticipation } from "../../shared/table/participation.ts";
import type { Table } from "../../shared/table/table.ts";
import { linkedParticipation } from "./linked.ts";

const attempts = 5;

/** Confirms an organization's signature: the staff look at it before it counts or shows. */
export async function holdForReview(table: Table, link: Link, now: Date): Promise<Participation> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const standing = await linkedParticipation(table, link, now);
    if (standing.state === "held") return standing;
    const verb = standing.state === "pending" ? "hold" : "confirm";
    const answer = answerTo(verb, standing.state, "statement");
    if ("refuse" in answer) throw new NotPossible(answer.refuse);
    if ("same" in answer) return standing;
    const { expiresAt: _, ...kept } = standing;
    const version = standing.version + 1;
    const held: Participation = { ...kept, state: answer.to, version, changedAt: now.toISOString() };
    if (!(await replaceParticipation(table, standing, held))) return held;
  }
  throw new TooBusy();
}

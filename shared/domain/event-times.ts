import { type Fold, momentOf } from "./local-time.ts";
import type { FieldProblem } from "./refused.ts";

/** When an event is, as its proposer says it: local times of its place. */
export interface SaidTimes {
  starts: string;
  ends: string;
  timeZone: string;
  startsFold?: Fold | undefined;
  endsFold?: Fold | undefined;
}

/** Plans farther away than this are slips of the keyboard. */
const mostYearsAhead = 3;
const longestDays = 31;

/** The moments of an event in UTC, or what is wrong with its times, by field. Pure. */
export function timesOf(
  said: SaidTimes,
  now: Date,
): { startsAt: string; endsAt: string } | { problems: FieldProblem[] } {
  const starts = momentOf(said.starts, said.timeZone, said.startsFold);
  const ends = momentOf(said.ends, said.timeZone, said.endsFold);
  const problems: FieldProblem[] = [];
  if ("problem" in starts) problems.push(at("starts", starts.problem));
  if ("problem" in ends) problems.push(at("ends", ends.problem));
  if ("problem" in starts || "problem" in ends) return { problems: once(problems) };
  const [start, end] = [new Date(starts.moment), new Date(ends.moment)];
  const farthest = new Date(now);
  farthest.setUTCFullYear(now.getUTCFullYear() + mostYearsAhead);
  if (start <= now) problems.push({ pointer: "/starts", reason: "in-the-past" });
  if (start > farthest) problems.push({ pointer: "/starts", reason: "too-far-ahead" });
  if (end <= start) problems.push({ pointer: "/ends", reason: "ends-before-it-starts" });
  else if (end.getTime() - start.getTime() > longestDays * 86_400_000)
    problems.push({ pointer: "/ends", reason: "lasts-too-long" });
  return problems.length > 0 ? { problems } : { startsAt: starts.moment, endsAt: ends.moment };
}

function at(field: "starts" | "ends", reason: string): FieldProblem {
  if (reason === "unknown-time-zone") return { pointer: "/timeZone", reason };
  return { pointer: reason === "time-exists-twice" ? `/${field}Fold` : `/${field}`, reason };
}

/** An unknown zone is one problem, though both times meet it. */
function once(problems: FieldProblem[]): FieldProblem[] {
  return problems.filter(({ pointer }, i) => problems.findIndex((other) => other.pointer === pointer) === i);
}

import type * as z from "zod";
import type { ApplicationFile } from "../../../shared/contracts/membership-staff.ts";

export type Application = z.infer<typeof ApplicationFile>;

export const decisions = ["approved", "question", "declined", "reversed"] as const;
export type Decision = (typeof decisions)[number];

/** The reasons that are offered; those of the API's contract, which takes another sentence too. */
export const offeredReasons: Record<Decision, readonly string[]> = {
  approved: ["fits"],
  declined: ["not-aligned", "not-verifiable", "duplicate", "incomplete", "spam"],
  question: ["proof", "details"],
  reversed: ["mistake", "new-facts"],
};

/** What can be decided in a state. */
export function possibleDecisions({ state, what }: Pick<Application, "state" | "what">): Decision[] {
  if (state === "submitted") return ["approved", "question", "declined"];
  if (state === "questioned") return ["approved", "declined"];
  if (state === "declined" || (state === "approved" && what === "application")) return ["reversed"];
  return [];
}

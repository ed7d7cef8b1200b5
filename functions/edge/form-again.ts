import { InvalidRequest, type Refused } from "../../shared/domain/refused.ts";
import type { FormView } from "../../web/view.ts";
import type { Asked } from "./asked.ts";

/**
 * A form that was not taken, to be shown again: what was typed, and what is wrong, by the fields' names or as a whole.
 * Without a refusal it was a fault of ours.
 */
export function formAgain(asked: Asked, refusal: Refused | undefined): FormView {
  const values: Record<string, string> = {};
  collect(asked.body, "", values);
  if (!(refusal instanceof InvalidRequest))
    return { values, problems: [], word: refusal?.word ?? "internal-error" };
  const problems = refusal.problems.map(({ pointer, reason, limit }) => ({
    field: pointer.slice(1).replaceAll("/", "."),
    reason,
    ...(limit !== undefined && { limit }),
  }));
  return { values, problems };
}

/** Nested fields under their form names: `{ place: { name } }` as `place.name`. */
function collect(value: unknown, name: string, into: Record<string, string>): void {
  // A browser gives no file back to a form: that one was chosen is all that can be said.
  if (value instanceof Uint8Array) into[name] = "chosen";
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) collect(inner, name ? `${name}.${key}` : key, into);
  } else if (value !== undefined) into[name] = value === true ? "on" : String(value);
}

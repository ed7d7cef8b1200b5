import * as z from "zod";

/** A rule over several fields of a body. It is asked even where a field is at fault, so that all is said at once. */
export function rule<Typed>(path: PropertyKey[], error: string, holds: (typed: Partial<Typed>) => boolean) {
  const isBody = (value: unknown): value is Partial<Typed> => typeof value === "object" && value !== null;
  return z.refine<unknown>((value) => !isBody(value) || holds(value), { path, error, when: () => true });
}

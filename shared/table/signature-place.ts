import type { PersonHash } from "../domain/person-hash.ts";

/**
 * Signatories of a pledge stand in its list by when they are to be asked whether they kept it, less the pledge's
 * `askAfterDays`: at first that is when they confirmed. Who is not to be asked any more stands at its end.
 */
export function neverAsked(person: PersonHash): string {
  return `9999#${person}`;
}

/** The place of somebody to be asked (again) at `at`. */
export function askedPlace(person: PersonHash, at: Date, askAfterDays: number): string {
  return `${new Date(at.getTime() - askAfterDays * 86_400_000).toISOString()}#${person}`;
}

import type { PersonHash } from "../domain/person-hash.ts";

/**
 * Signatories of a pledge stand in its list by when they are to be asked whether they kept it, less the pledge's
 * `askAfterDays`: at first that is when they confirmed. Who is not to be asked any more stands at its end.
 */
export function neverAsked(person: PersonHash): string {
  return `9999#${person}`;
}

/** The place of somebody who comes up again when `dueUntil` passes `at` (ISO, UTC). */
export function askedPlace(person: PersonHash, at: string | undefined): string {
  return at === undefined ? neverAsked(person) : `${at}#${person}`;
}

/** Behind every place in a list. */
export const listEnd = "~";

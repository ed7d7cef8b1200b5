/** How somebody who signed is shown in public. */
export const displays = ["hidden", "initials", "name"] as const;
export type Display = (typeof displays)[number];

/** What a person can answer to “did you keep it?”. Only `kept` is a state of its own. */
export const keptAnswers = ["kept", "not-yet", "cannot"] as const;
export type KeptAnswer = (typeof keptAnswers)[number];

/** A name as its owner wants it shown; undefined where it is not to be. */
export function shownName(name: string | undefined, display: Display): string | undefined {
  if (display === "hidden" || !name) return undefined;
  return display === "name" ? name : initialsOf(name);
}

/** The first letter of each word, as people of the script see a letter: `Åsa-Lisa Öberg` is `Å. Ö.` */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.map((word) => `${firstLetter(word)}.`).join(" ");
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function firstLetter(word: string): string {
  const [first] = letters.segment(word);
  return first?.segment ?? "";
}

/** Who brought somebody, and since when that one has been there. `since` is an ISO moment in UTC. */
export interface Referral {
  referrer: string;
  since: string;
}

/**
 * Whether a referral counts for somebody who first signed at `signedAt`. Only one who was there before can have brought
 * them: so along any chain of referrals the first signing gets ever earlier, and neither oneself nor a cycle is counted.
 */
export function referralCounts(referral: Referral, person: string, signedAt: string): boolean {
  return referral.referrer !== person && referral.since < signedAt;
}

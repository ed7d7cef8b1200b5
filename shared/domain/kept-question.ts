/** Each signatory is asked whether they kept their promise once, and once more; never a third time. */
export const keptAsksAtMost = 2;

const dayMs = 86_400_000;

interface Asking {
  askAfterDays: number;
  askAgainAfterDays: number;
}

/** Until which place in the list of signatures those stand who are to be asked at `now`. */
export function dueUntil({ askAfterDays }: Asking, now: Date): string {
  return new Date(now.getTime() - askAfterDays * dayMs).toISOString();
}

/**
 * What becomes of one who is to be asked: how often they have been asked then, and the place from which they come up
 * again (undefined: never). Undefined where there is nothing to ask (any more). Pure.
 */
export function nextQuestion(
  signature: { keptAsks?: number | undefined; keptAnswer?: string | undefined },
  asking: Asking,
  now: Date,
): { keptAsks: number; again: string | undefined } | undefined {
  const asked = signature.keptAsks ?? 0;
  const settled = signature.keptAnswer === "kept" || signature.keptAnswer === "cannot";
  if (settled || asked >= keptAsksAtMost) return undefined;
  const last = asked + 1 >= keptAsksAtMost;
  const days = asking.askAgainAfterDays - asking.askAfterDays;
  return {
    keptAsks: asked + 1,
    again: last ? undefined : new Date(now.getTime() + days * dayMs).toISOString(),
  };
}

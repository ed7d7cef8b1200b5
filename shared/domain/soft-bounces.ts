/** A mailbox that is full or away this often within this time is as good as gone. */
export const softBouncesInRow = 3;
export const softBounceDays = 30;

/** Names one soft bounce; sorts by time. */
export function softBounceName({ at, id }: { at: string; id: string }): string {
  return `${at}#${id}`;
}

/** Which soft bounces are too old to count, and whether the others are too many. */
export function weighSoftBounces(bounces: Iterable<string>, now: Date): { old: string[]; tooMany: boolean } {
  const since = new Date(now.getTime() - softBounceDays * 86_400_000).toISOString();
  const all = [...bounces];
  const old = all.filter((bounce) => bounce < since);
  return { old, tooMany: all.length - old.length >= softBouncesInRow };
}

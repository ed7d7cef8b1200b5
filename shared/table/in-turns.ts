/** Does the same to each of many, at most `atOnce` of them at a time; answers in their order. */
export async function inTurns<One, Made>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < all.length; start += atOnce)
    made.push(...(await Promise.all(all.slice(start, start + atOnce).map(work))));
  return made;
}

import type { Figures } from "../../shared/domain/tally.ts";

/** Somebody of a country, and in which of two answers they are counted: two scopes, or one scope at two times. */
export interface Somebody {
  country: string;
  in: readonly [boolean, boolean];
}

export type World = readonly Somebody[];

/** Few named countries make exact totals likely; the others are there for whoever looks on to think of. */
export const countries = ["A", "B", "C", "D", "E", "F", "G", "H"];

export function figuresIn(world: World, answer: 0 | 1): Figures {
  const figures: Figures = { people: 0 };
  for (const one of world) {
    if (!one.in[answer]) continue;
    figures.people = (figures.people ?? 0) + 1;
    figures[`country:${one.country}`] = (figures[`country:${one.country}`] ?? 0) + 1;
  }
  return figures;
}

/** Whether there is another world that looks the same, and of which `told` tells another number. */
export function hasOtherWorld(
  world: World,
  { seen, told }: { seen: (world: World) => string; told: (world: World) => number },
): boolean {
  const [looks, tells] = [seen(world), told(world)];
  for (const near of nearWorlds(world)) if (told(near) !== tells && seen(near) === looks) return true;
  return false;
}

/** Worlds in which one or two people are from elsewhere. */
function* nearWorlds(world: World): Generator<World> {
  for (const [i, one] of world.entries())
    for (const country of countries) {
      const moved = world.with(i, { ...one, country });
      yield moved;
      for (const [j, second] of world.entries())
        if (j !== i) for (const place of countries) yield moved.with(j, { ...second, country: place });
    }
}

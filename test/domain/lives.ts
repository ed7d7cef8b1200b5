import * as fc from "fast-check";
import {
  answerTo,
  type ParticipationVerb,
  participationVerbs,
} from "../../shared/domain/participation-states.ts";
import { type ActionKind, type ActionScope, kindOf } from "../../shared/domain/scope.ts";
import type { countableParticipation } from "../../shared/domain/tally.ts";

/** One stored image of a participation, as far as counting looks at it. */
export type Image = Parameters<typeof countableParticipation>[0];

const scopes: ActionScope[] = ["event.day", "event.workshop", "pledge.switch", "statement.2027"];

interface Step {
  verb: ParticipationVerb;
  country: string | undefined;
  source: string | undefined;
}

/**
 * The life of one participation: every image that is ever stored of it, oldest first, made by any verbs through the
 * state table. Versions rise as signing up and managing make them rise, and a further signup begins a new generation.
 */
function lifeOf(scope: ActionScope): fc.Arbitrary<Image[]> {
  const step: fc.Arbitrary<Step> = fc.record({
    verb: fc.constantFrom(...participationVerbs),
    country: fc.constantFrom("CH", "KE", "BR", undefined),
    source: fc.constantFrom("newsletter", undefined),
  });
  return fc.array(step, { minLength: 1, maxLength: 12 }).map((steps) => {
    const images: Image[] = [];
    for (const next of [{ verb: "sign-up", country: "CH", source: undefined } as Step, ...steps]) {
      const image = imageAfter(images.at(-1), next, scope);
      if (image) images.push(image);
    }
    return images;
  });
}

/** What is stored after a verb, or undefined where it changes nothing. */
function imageAfter(last: Image | undefined, step: Step, scope: ActionScope): Image | undefined {
  const answer = answerTo(step.verb, last?.state ?? "absent", kindOf(scope) as ActionKind);
  if (!("to" in answer)) return undefined;
  const version = (last?.version ?? 1000) + 1;
  const { country, source } = step;
  if (!last || step.verb === "sign-up")
    return {
      ...fixed(scope),
      state: answer.to,
      version,
      generation: (last?.generation ?? 0) + 1,
      country,
      source,
    };
  const confirmedAt = answer.to === "confirmed" ? "then" : last.confirmedAt;
  return { ...last, state: answer.to, version, confirmedAt };
}

const fixed = (scope: ActionScope) => ({ scope, campaign: "campaign.day" as const, locale: "en" });

/** What one person does: a life for each of some actions. */
export const lives: fc.Arbitrary<Image[][]> = fc
  .subarray(scopes, { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(lifeOf)));

/** The images that stand in the end. */
export function newest(life: Image[][]): Image[] {
  return life.flatMap((images) => images.slice(-1));
}

/** Any delivery in which each newest image comes at least once: anything twice, in any order, some never, in batches. */
export function deliveryOf(all: Image[][]): fc.Arbitrary<Image[][]> {
  const images = all.flat();
  const extra = images.length > 0 ? fc.array(fc.constantFrom(...images), { maxLength: 30 }) : fc.constant([]);
  return extra
    .chain((more) =>
      fc.shuffledSubarray([...more, ...newest(all)], { minLength: more.length + newest(all).length }),
    )
    .chain((order) =>
      fc
        .array(fc.nat(4), { minLength: order.length, maxLength: order.length })
        .map((cuts) => batches(order, cuts)),
    );
}

function batches(order: Image[], cuts: number[]): Image[][] {
  const all: Image[][] = [[]];
  order.forEach((image, i) => {
    if (cuts[i] === 0) all.push([]);
    all.at(-1)?.push(image);
  });
  return all;
}

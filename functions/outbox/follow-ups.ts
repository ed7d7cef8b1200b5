import * as z from "zod";
import type { Forgetting, PictureChange, SignatureChange } from "../../shared/contracts/follow-up.ts";
import { readParticipation } from "../../shared/table/participation.ts";
import { publicStates } from "../../shared/table/scope.ts";
import type { Change } from "../edge/stream.ts";

/** A participation that went because nobody confirmed it, by its term or by the recount. */
export function forgottenBy({ before, after }: Change): Forgetting[] {
  if (after || before?.entity !== "participation") return [];
  const { state, person, changedAt } = readParticipation(before);
  return state === "pending" ? [{ person, since: changedAt }] : [];
}

/** A signature that was confirmed once; one that waits for its confirmation is in no list. */
export function signaturesChangedBy(change: Change): SignatureChange[] {
  if (change.after?.entity !== "participation" || change.after.signature === undefined) return [];
  const after = readParticipation(change.after);
  const before = change.before && readParticipation(change.before);
  const waited = before === undefined || before.state === "pending";
  if (after.state === "pending" && waited) return [];
  const referrers = [before, after].flatMap((image) => image?.signature?.referral?.referrer ?? []);
  return [{ person: after.person, scope: after.scope, referrers }];
}

/** Where an item names a picture (a note of one, a member's logo, an event's picture), and what decides who may see it. */
const Naming = z.object({
  path: z.string().optional(),
  logo: z.object({ path: z.string() }).optional(),
  picture: z.object({ path: z.string() }).optional(),
  state: z.string().optional(),
  consent: z.object({ logo: z.boolean().optional() }).optional(),
});

/** Pictures that the item names no more, and those whose owner is listed, and agrees, from now on or no longer. */
export function picturesChangedBy({ before, after }: Change): PictureChange[] {
  const [was, is] = [namingOf(before), namingOf(after)];
  if (was.path === is.path && was.shown === is.shown) return [];
  const named = new Set([was.path, is.shown ? is.path : undefined]);
  return [...named].flatMap((path) => (path === undefined ? [] : [{ path }]));
}

function namingOf(item: Record<string, unknown> | undefined) {
  const { path, logo, picture, state, consent } = Naming.safeParse(item ?? {}).data ?? {};
  const isMembers = state === "approved" && consent?.logo === true;
  const isEvents = publicStates.some((known) => known === state);
  return { path: path ?? logo?.path ?? picture?.path, shown: picture ? isEvents : isMembers };
}

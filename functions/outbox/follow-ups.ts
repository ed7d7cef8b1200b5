import * as z from "zod";
import type { DroppedPicture, Forgetting, SignatureChange } from "../../shared/contracts/follow-up.ts";
import { readParticipation } from "../../shared/table/participation.ts";
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

/** Where an item that changed or went names a picture: a note of one, a member's logo, an event's picture. */
const Named = z.object({
  path: z.string().optional(),
  logo: z.object({ path: z.string() }).optional(),
  picture: z.object({ path: z.string() }).optional(),
});

/** Pictures that were named before this change and are not named after it. */
export function picturesDroppedBy({ before, after }: Change): DroppedPicture[] {
  const kept = new Set(namedIn(after));
  return namedIn(before)
    .filter((path) => !kept.has(path))
    .map((path) => ({ path }));
}

function namedIn(item: Record<string, unknown> | undefined): string[] {
  const { path, logo, picture } = Named.safeParse(item ?? {}).data ?? {};
  return [path, logo?.path, picture?.path].filter((named) => named !== undefined);
}

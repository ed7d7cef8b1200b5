import * as z from "zod";
import type { ActionScope } from "../domain/scope.ts";

/*
 * What a change of the table leads to besides counts and mails, as it lies in queues: which thing is to be looked at, by
 * its keys. Whoever takes it in looks at what the table says then, so that a message may come late, twice or out of order.
 */

/** A person who never confirmed: forgotten unless they have something else, or have signed up since (ISO). */
export const Forgetting = z.object({ person: z.string(), since: z.iso.datetime() });
export type Forgetting = z.infer<typeof Forgetting>;

/** A signature that lists, referrals and questions are to follow. */
export const SignatureChange = z.object({
  person: z.string(),
  scope: z.custom<ActionScope>((value) => typeof value === "string"),
  /** Whose links it came through, before the change and after it: hashes. */
  referrers: z.array(z.string()),
});
export type SignatureChange = z.infer<typeof SignatureChange>;

/** A picture that an item names no more, or that the public may perhaps see from now on, or no longer. */
export const PictureChange = z.object({ path: z.string() });
export type PictureChange = z.infer<typeof PictureChange>;

import type { MemberAnswer } from "../contracts/membership.ts";
import type { Member } from "./member.ts";

/** A member as the public sees it: what they agreed to have listed, and the day of joining. */
export function memberView({ id, name, kind, country, website, joined }: Member): MemberAnswer {
  return { id, name, kind, country, website: website ?? null, joined: joined ?? null };
}

/** Whether the public may see it at all. */
export function isListed({ what, state, consent }: Member): boolean {
  return what === "application" && state === "approved" && consent.listed;
}

import type { MemberAnswer } from "../contracts/membership.ts";
import type { PictureAnswer } from "../contracts/picture.ts";
import type { Member } from "./member.ts";
import { pictureView } from "./picture.ts";

/** A member as the public sees it: what they agreed to have listed, and the day of joining. */
export function memberView(member: Member): MemberAnswer {
  const { id, name, kind, country, website, joined } = member;
  return {
    id,
    name,
    kind,
    country,
    website: website ?? null,
    joined: joined ?? null,
    logo: logoView(member),
  };
}

/** A member's logo, where it may stand beside the name. */
export function logoView({ logo, consent }: Pick<Member, "logo" | "consent">): PictureAnswer | null {
  return logo && consent.logo ? pictureView(logo) : null;
}

/** Whether the public may see it at all. */
export function isListed({ what, state, consent }: Member): boolean {
  return what === "application" && state === "approved" && consent.listed;
}

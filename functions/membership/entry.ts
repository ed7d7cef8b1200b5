import type { PictureAnswer } from "../../shared/contracts/picture.ts";
import { addressForPeople } from "../../shared/domain/email-address.ts";
import { memberStateAt } from "../../shared/domain/member-states.ts";
import type { Member } from "../../shared/table/member.ts";
import { memberView } from "../../shared/table/member-views.ts";
import { isOpen } from "../../shared/table/member-wish.ts";
import type { EntryView } from "../../web/member-view.ts";
import type { MemberConfirmProps } from "../../web/pages/member-confirm.tsx";
import type { Linked } from "./linked.ts";

interface Beside {
  proof: EntryView["proof"];
  wish: Member | undefined;
  /** The member's picture, and the wish's. */
  logo: PictureAnswer | null;
  wished: PictureAnswer | null;
}

/** The entry as a contact sees it: of other contacts nothing but that they are there. */
export function entryView({ member, contact }: Linked, { proof, wish, logo, wished }: Beside): EntryView {
  const { what, state, version, why, question, decision, contacts, invited, consent } = member;
  const { email, name, role, person } = contact;
  const others = [
    ...contacts.map((id) => ({ id, invited: false })),
    ...invited.map((id) => ({ id, invited: true })),
  ];
  return {
    ...memberView(member),
    logo,
    logoShown: consent.logo ?? false,
    wish: isOpen(wish) ? wishView(member, wish, wished) : undefined,
    ...{ what, state, version, why, decision, proof },
    question: question?.text,
    you: { email: addressForPeople(email), name, role },
    others: others.filter(({ id }) => id !== person),
  };
}

/** Of a wish that reviewers have not decided on yet, what it would change. */
function wishView(member: Member, wish: Member, logo: PictureAnswer | null): EntryView["wish"] {
  return {
    ...(wish.name !== member.name && { name: wish.name }),
    ...(wish.website !== member.website && { website: wish.website }),
    ...(logo && { logo }),
  };
}

/** What a link to confirm shows. */
export function confirmShows({ member, contact }: Linked, now: Date): MemberConfirmProps["shown"] {
  const state = memberStateAt(member, now);
  if (state === "absent" || state === "left") return "expired";
  if (contact.state === "unverified") return state === "unverified" ? "pending" : "invited";
  if (state === "approved" && member.what === "application") return "member";
  return member.what === "contact" ? "contact" : "submitted";
}

import type { Link, LinkPurpose } from "../../shared/domain/link-token.ts";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { proofPlaces } from "../../shared/domain/proof-places.ts";
import { nearestLocale, speak } from "../../shared/locales/speak.ts";
import { type LinkMaker, lastingUntil, linkUrl, oneClickUrl } from "../../shared/mail/links.ts";
import { type MemberMailKind, memberMailKinds } from "../../shared/mail/member-owed.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { Contact } from "../../shared/table/contact.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { Member } from "../../shared/table/member.ts";
import { memberMail } from "../../web/mails/membership.tsx";
import type { Desk } from "./letter-facts.ts";

export function isMemberMail(kind: string): kind is MemberMailKind {
  return memberMailKinds.some((known) => known === kind);
}

/** Whether a mail is still owed, as things stand now. */
const owed: Record<MemberMailKind, (member: Member, contact: Contact) => boolean> = {
  "member-confirm": ({ state }, contact) => state === "unverified" && contact.expiresAt !== undefined,
  "member-already": ({ state }) => state !== "unverified" && state !== "left",
  "member-submitted": ({ state }) => state === "submitted",
  "member-question": ({ state }) => state === "questioned",
  "member-approved": ({ state }) => state === "approved",
  "member-declined": ({ state }) => state === "declined",
  "member-reversed": ({ state }) => state === "submitted",
  "member-left": ({ state }) => state === "left",
  "member-invited": ({ state, invited }, { person }) => state === "approved" && invited.includes(person),
};

/** Writes a membership's mail to one contact; undefined where it is owed no more or may not be sent. */
export async function memberLetter(
  desk: Desk,
  kind: MemberMailKind,
  { suppression, member, contact }: Mailing,
): Promise<Letter | undefined> {
  if (!member || !contact || !isWelcome(kind, suppression) || !owed[kind](member, contact)) return undefined;
  const speech = speak(nearestLocale(contact.locale));
  const links = await desk.links();
  const url = linkUrl(links, actionLink(kind, member, contact), speech.locale);
  const written = memberMail(speech, kind, {
    member,
    url,
    pageUrl: `${links.origin}/members/${member.id}`,
    contactName: contact.name,
    until: new Date((contact.expiresAt ?? 0) * 1000).toISOString(),
    proof: isAskedToProve(kind, member) ? proofPlaces(member, links.secret) : undefined,
    unsubscribeUrl: linkUrl(links, lasting("unsubscribe", member, contact), speech.locale),
  });
  const from = { name: speech.t("coalition.name"), address: desk.sender };
  const unsubscribe = kind === "member-confirm" ? undefined : oneClick(links, member, contact);
  return { to: contact.email, from, replyTo: desk.replyTo, locale: speech.locale, ...written, unsubscribe };
}

function isAskedToProve(kind: MemberMailKind, { strength, decision }: Member): boolean {
  return kind === "member-question" && decision?.reason === "proof" && strength === "weak";
}

/** A mail that asks to confirm links there; every other leads to what the contact can see and do. */
function actionLink(kind: MemberMailKind, member: Member, contact: Contact): Link {
  const confirms = kind === "member-confirm" || kind === "member-invited";
  if (!confirms) return lasting("manage", member, contact);
  return { ...lasting("confirm", member, contact), expires: contact.expiresAt ?? 0 };
}

/** The links of an approved request are those of the member that it was about: the contact's generation is the same. */
function lasting(purpose: LinkPurpose, { id, of, state }: Member, contact: Contact): Link {
  const { person, generation, createdAt } = contact;
  const subject = memberSubject(of !== undefined && state === "approved" ? of : id);
  return { purpose, person, subject, generation, expires: lastingUntil(createdAt) };
}

function oneClick(links: LinkMaker, member: Member, contact: Contact): string {
  return oneClickUrl(links, lasting("unsubscribe", member, contact));
}

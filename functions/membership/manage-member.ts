import * as z from "zod";
import { country, email, line } from "../../shared/contracts/fields.ts";
import { LogoChange, organizationName, text, website } from "../../shared/contracts/membership.ts";
import { asksPerAddressAndDay } from "../../shared/domain/asks.ts";
import type { Link } from "../../shared/domain/link-token.ts";
import { memberSubject } from "../../shared/domain/member-id.ts";
import { type MemberVerb, memberAnswer, memberStateAt } from "../../shared/domain/member-states.ts";
import { personHash } from "../../shared/domain/person-hash.ts";
import { ChangedMeanwhile, InvalidRequest, NotPossible, TooBusy } from "../../shared/domain/refused.ts";
import { type Contact, puttingContact, removingContact } from "../../shared/table/contact.ts";
import { contactKey } from "../../shared/table/keys.ts";
import type { Member } from "../../shared/table/member.ts";
import { changeMembers } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import { isOpen, wishOf } from "../../shared/table/member-wish.ts";
import { noteSignup } from "../../shared/table/person.ts";
import type { Table } from "../../shared/table/table.ts";
import { check } from "../edge/check.ts";
import { changeRequest } from "./change-request.ts";
import { noted } from "./confirm.ts";
import { leave, takingBack } from "./leave.ts";
import { type Linked, linked } from "./linked.ts";
import type { Doing, Effect, Managing } from "./managing.ts";
import { canProve, proven } from "./prove.ts";
import { inDays } from "./surroundings.ts";

/** The verbs that a contact may do by their own link. */
export const memberOwnVerbs = [
  "answer",
  "update",
  "logo",
  "remove-logo",
  "invite",
  "remove",
  "prove",
  "leave",
] as const;
export type MemberOwnVerb = (typeof memberOwnVerbs)[number];

export function isMemberOwnVerb(verb: string): verb is MemberOwnVerb {
  return memberOwnVerbs.some((own) => own === verb);
}

/** Which rule of the state table stands behind a contact's verb. */
const rules: Record<MemberOwnVerb, MemberVerb> = {
  answer: "answer",
  update: "correct",
  logo: "correct",
  "remove-logo": "correct",
  invite: "correct",
  remove: "correct",
  prove: "correct",
  leave: "leave",
};

const verbsOfRequests: readonly MemberOwnVerb[] = ["answer", "prove", "leave"];

/** What a contact can do now. A request to speak for a member, or to change it, is nothing to invite others to. */
export function memberVerbsIn(member: Member, now: Date): MemberOwnVerb[] {
  return memberOwnVerbs.filter((verb) => {
    const answer = memberAnswer(rules[verb], memberStateAt(member, now));
    const changes = "to" in answer || ("same" in answer && rules[verb] === "correct");
    if (verb === "prove" && !canProve(member)) return false;
    if (verb === "remove-logo" && !member.logo) return false;
    return changes && (member.what === "application" || verbsOfRequests.includes(verb));
  });
}

const effects: Record<MemberOwnVerb, (managing: Managing, doing: Doing) => Promise<Effect>> = {
  answer: async (_, doing) => answered(doing),
  update: updated,
  logo: ({ table }, doing) => withLogo(table, doing),
  "remove-logo": async (_, { member: { logo, ...member } }) => logo && { after: member },
  invite: invited,
  remove: async ({ table }, doing) => removed(table, doing),
  prove: async ({ linkSecret, look }, { member, now }) => {
    const after = await proven(member, { secret: await linkSecret(), now, look });
    return after && { after };
  },
  leave,
};

/** Does a verb by a member's link, in one transaction with its audit entry. Doing it twice answers as the first time. */
export async function manageMember(
  managing: Managing,
  { link, verb, ...sent }: { link: Link; verb: MemberOwnVerb } & Pick<Doing, "typed" | "picture">,
  now: Date,
): Promise<Linked> {
  const { table } = managing;
  for (let attempt = 0; attempt < 5; attempt++) {
    const standing = await linked(table, link);
    const answer = memberAnswer(rules[verb], memberStateAt(standing.member, now));
    if ("refuse" in answer) throw new NotPossible(answer.refuse);
    if ("same" in answer && rules[verb] !== "correct") return standing;
    const effect = await effects[verb](managing, { ...standing, ...sent, now });
    if (!effect) return standing;
    const version = standing.member.version + 1;
    const after = placed({ ...effect.after, version, changedAt: now.toISOString() });
    const members = [{ before: standing.member, after }, ...(effect.also ?? [])];
    const parts = [...(effect.parts ?? []), noted(table, after, `contact-${verb}`, now)];
    if ((await changeMembers(table, members, parts)) === "done") return { ...standing, member: after };
  }
  throw new TooBusy();
}

const Answer = z.object({ text: text(4000).pipe(z.string().min(1, "required")) });

function answered({ member, typed, now }: Doing): Effect {
  const { text: said } = check(Answer, typed);
  return { after: { ...member, state: "submitted", answer: { text: said, at: now.toISOString() } } };
}

const Update = z.object({
  organization: organizationName.optional(),
  website: website.optional(),
  country: country.optional(),
  why: text(2000).optional(),
  name: line(100).optional(),
  role: line(100).optional(),
  /** Of the entry that was corrected, as its page had it: a change that a colleague made since then is not overwritten. */
  version: z.coerce.number("wrong-type").int("wrong-type").optional(),
});

/**
 * Country, reasons and the contact's own name are changed at once; another name or website is a request for review, added to
 * one that is open. Who wishes it back as it is takes the request back.
 */
async function updated(
  { table, retention }: Managing,
  { member, contact, typed, now }: Doing,
): Promise<Effect> {
  const wanted = check(Update, typed);
  const wish = await wishOf(table, member);
  const open = isOpen(wish) ? wish : undefined;
  const standing = open ?? member;
  const renamed = {
    name: wanted.organization ?? standing.name,
    website: wanted.website ?? standing.website,
  };
  const differsFrom = ({ name, website }: Pick<Member, "name" | "website">) =>
    renamed.name !== name || renamed.website !== website;
  const { country = member.country, why = member.why } = wanted;
  const stale = wanted.version !== undefined && wanted.version !== member.version;
  const corrects = country !== member.country || why !== member.why;
  if (stale && (corrects || differsFrom(standing))) throw new ChangedMeanwhile();
  const self = { ...contact, name: wanted.name ?? contact.name, role: wanted.role ?? contact.role };
  const effect = { after: { ...member, country, why }, parts: [puttingContact(table, self)] };
  if (!differsFrom(standing)) return effect;
  const { change, parts } =
    open && !open.logo && !differsFrom(member)
      ? await takingBack(table, open, retention, now)
      : await changeRequest(table, { member, contact, before: wish, wanted: renamed }, now);
  return { ...effect, also: [change], parts: [...effect.parts, ...parts] };
}

/** Whether the logo is shown is theirs alone; another one, of a member that is listed, is for the reviewers to see first. */
async function withLogo(table: Table, doing: Doing): Promise<Effect> {
  const { member, contact, typed, picture: logo, now } = doing;
  const { consent } = check(LogoChange.pick({ consent: true }), typed);
  const at = now.toISOString();
  const after = { ...member, consent: { ...member.consent, logo: consent.logo, at } };
  if (!logo) return consent.logo === (member.consent.logo ?? false) ? undefined : { after };
  if (member.state !== "approved") return { after: { ...after, logo } };
  const before = await wishOf(table, member);
  const request = await changeRequest(table, { member, contact, before, wanted: { logo } }, now);
  return { after, also: [request.change], parts: request.parts };
}

const Invitation = z.object({ email, name: line(100).optional(), role: line(100).optional() });
const mostContacts = 10;

async function invited(
  { table, personKey, retention }: Managing,
  { member, typed, now }: Doing,
): Promise<Effect> {
  const wanted = check(Invitation, typed);
  const person = personHash(wanted.email, await personKey());
  if (member.contacts.includes(person) || member.invited.includes(person)) return undefined;
  if (member.contacts.length + member.invited.length >= mostContacts)
    throw new InvalidRequest([{ pointer: "/email", reason: "too-many-contacts", limit: mostContacts }]);
  const scope = memberSubject(member.id);
  const asks = await noteSignup(table, { person, email: wanted.email, scope }, now);
  if (asks > asksPerAddressAndDay)
    throw new InvalidRequest([{ pointer: "/email", reason: "asked-too-often" }]);
  const contact: Contact = {
    ...contactKey(person, member.id),
    entity: "contact",
    person,
    member: member.id,
    ...wanted,
    locale: member.locale,
    state: "unverified",
    generation: Math.floor(Math.random() * 60_000) + 1,
    createdAt: now.toISOString(),
    expiresAt: inDays(now, retention.unverifiedDays),
  };
  return {
    after: { ...member, invited: [...member.invited, person] },
    parts: [puttingContact(table, contact)],
  };
}

const Removal = z.object({ contact: z.string("required").max(40, "too-long") });

function removed(table: Table, { member, typed }: Doing): Effect {
  const { contact: person } = check(Removal, typed);
  if (!member.contacts.includes(person) && !member.invited.includes(person)) return undefined;
  const contacts = member.contacts.filter((other) => other !== person);
  if (contacts.length === 0) throw new InvalidRequest([{ pointer: "/contact", reason: "last-contact" }]);
  return {
    after: { ...member, contacts, invited: member.invited.filter((other) => other !== person) },
    parts: [removingContact(table, { person, member: member.id })],
  };
}

import { randomUUID } from "node:crypto";
import { principlesVersion } from "../../shared/contracts/membership.ts";
import type { ImportAnswer, ImportLine } from "../../shared/contracts/membership-import.ts";
import { applicationId, memberSubject } from "../../shared/domain/member-id.ts";
import { memberStateAt } from "../../shared/domain/member-states.ts";
import { claimedDomain, strengthByAddress } from "../../shared/domain/organization-domain.ts";
import { type PersonHash, type PersonKey, personHash } from "../../shared/domain/person-hash.ts";
import { InvalidRequest, TooBusy } from "../../shared/domain/refused.ts";
import { nearestLocale } from "../../shared/locales/speak.ts";
import { auditing, noteAct } from "../../shared/table/audit.ts";
import { claiming, claimsOf, holdersOf } from "../../shared/table/claim.ts";
import { type Contact, puttingContact } from "../../shared/table/contact.ts";
import { contactKey, memberKey } from "../../shared/table/keys.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { changeMembers } from "../../shared/table/member-change.ts";
import { placed } from "../../shared/table/member-list.ts";
import type { ReviewDesk } from "./decide.ts";
import { type ReadLine, readCsv } from "./read-csv.ts";
import { inDays } from "./surroundings.ts";

export interface ImportDesk extends ReviewDesk {
  personKey: () => Promise<PersonKey>;
}

/** Imported contacts did not ask for a mail; they get time to answer it. */
const invitationDays = 60;
const atOnce = 10;
/** Milliseconds after which an answer is given and the rest is left to another request; API Gateway waits for 30,000. */
const patience = 12_000;

interface Wanted {
  line: number;
  member: Member;
  contact: Contact;
}

/**
 * Puts present members in: approved, counted, and their contacts invited to take over. A line whose name, domain or
 * expert is there already changes nothing, so that the same file may be run again, also after a crash in the middle. What
 * takes long is done in parts: `next` is the line at which another request goes on.
 */
export async function importMembers(
  desk: ImportDesk,
  csv: Buffer,
  { who, dry, from = 1, within = patience }: { who: string; dry: boolean; from?: number; within?: number },
): Promise<ImportAnswer> {
  const began = performance.now();
  const now = desk.clock();
  const key = await desk.personKey();
  const wanted = await Promise.all(readCsv(csv).map((read) => entryOf(read, key, now)));
  refuseDoubles(wanted);
  const lines: ImportAnswer["lines"] = [];
  const left = wanted.filter(({ line }) => line >= from);
  while (left.length > 0 && (lines.length === 0 || performance.now() - began < within)) {
    const batch = left.splice(0, atOnce);
    lines.push(...(await Promise.all(batch.map((one) => importOne(desk, one, { who, dry, now })))));
  }
  const added = lines.filter(({ what }) => what === "add").length;
  const act = {
    subject: "import.members",
    who,
    act: "members-imported",
    reason: `${added} of ${lines.length}`,
  };
  if (!dry) await noteAct(desk.table, act, { at: now, id: randomUUID() });
  return { dry, added, known: lines.length - added, lines, next: left[0]?.line ?? null };
}

/** Two lines for one organization would make the second a silent loss: it is said, and nothing is imported. */
function refuseDoubles(wanted: readonly Wanted[]): void {
  const seen = new Map<string, number>();
  const problems = wanted.flatMap(({ line, member }) => {
    const claims = [...claimsOf(member), member.id];
    const double = claims.some((claim) => seen.has(claim));
    for (const claim of claims) seen.set(claim, line);
    return double ? [{ pointer: `/${line}/name`, reason: "line-is-double" }] : [];
  });
  if (problems.length > 0) throw new InvalidRequest(problems);
}

async function importOne(
  { table }: ImportDesk,
  { line, member, contact }: Wanted,
  { who, dry, now }: { who: string; dry: boolean; now: Date },
): Promise<ImportAnswer["lines"][number]> {
  const claims = claimsOf(member);
  for (let attempt = 0; attempt < 5; attempt++) {
    const [standing, holders] = await Promise.all([memberOf(table, member.id), holdersOf(table, claims)]);
    const holder = holders.find((held) => held !== undefined) ?? knownId(standing, now);
    const { id, name } = member;
    if (holder !== undefined) return { line, name, what: "known", id: holder };
    if (dry) return { line, name, what: "add", id };
    const version = Math.max(member.version, (standing?.version ?? 0) + 1);
    const act = { subject: memberSubject(member.id), who, act: "member-imported", to: "approved" };
    const done = await changeMembers(
      table,
      [{ before: standing, after: { ...member, version } }],
      [
        puttingContact(table, contact),
        ...claiming(table, claims, member.id),
        auditing(table, act, { at: now, id: randomUUID() }),
      ],
    );
    if (done === "done") return { line, name, what: "add", id };
  }
  throw new TooBusy();
}

/** An entry that lives, or that was decided against, is not put in over it. */
function knownId(standing: Member | undefined, now: Date): string | undefined {
  const state = memberStateAt(standing, now);
  return state === "absent" || state === "unverified" || state === "left" ? undefined : standing?.id;
}

async function entryOf({ line, entry }: ReadLine, key: PersonKey, now: Date): Promise<Wanted> {
  const person = personHash(entry.email, key);
  const id = applicationId(person, entry);
  return {
    line,
    member: await memberFor(entry, { id, person }, now),
    contact: contactFor(entry, { id, person }, now),
  };
}

interface Who {
  id: string;
  person: PersonHash;
}

async function memberFor(entry: ImportLine, { id, person }: Who, now: Date): Promise<Member> {
  const at = now.toISOString();
  const { name, kind, country, website, email } = entry;
  const locale = nearestLocale(entry.locale);
  const strength = website ? await strengthByAddress(email, website) : "weak";
  const domain = website && kind !== "expert" ? await claimedDomain(website, kind) : undefined;
  return placed({
    ...memberKey(id),
    ...{ sk: "PROFILE", entity: "member", id, what: "application", kind, name, country, website, domain },
    principles: principlesVersion,
    consent: { listed: true, text: "imported", locale, at },
    ...{ contacts: [], invited: [person], strength, locale, source: "import", state: "approved" },
    proofs: strength === "strong" ? [{ by: "address", at }] : [],
    version: Math.floor(now.getTime() / 1000),
    ...{ asks: 0, asksToday: 0, askedOn: "", createdAt: at, changedAt: at },
    joined: entry.joined ?? at.slice(0, 10),
  });
}

function contactFor({ email, contact, role, locale }: ImportLine, { id, person }: Who, now: Date): Contact {
  return {
    ...contactKey(person, id),
    ...{ entity: "contact", person, member: id, email, name: contact, role, locale: nearestLocale(locale) },
    ...{ state: "unverified", generation: Math.floor(Math.random() * 60_000) + 1 },
    createdAt: now.toISOString(),
    expiresAt: inDays(now, invitationDays),
  };
}

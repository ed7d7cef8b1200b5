import { type Application, Application as ApplicationSchema } from "../../shared/contracts/membership.ts";
import { logo as logoSchema } from "../../shared/contracts/picture.ts";
import { type Asks, nextAsk } from "../../shared/domain/asks.ts";
import { applicationId, memberSubject } from "../../shared/domain/member-id.ts";
import { memberAnswer, memberStateAt } from "../../shared/domain/member-states.ts";
import { claimedDomain, strengthByAddress } from "../../shared/domain/organization-domain.ts";
import { type PersonHash, personHash } from "../../shared/domain/person-hash.ts";
import { InvalidRequest, TooBusy } from "../../shared/domain/refused.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import type { Drawn } from "../../shared/pictures/draw.ts";
import { drawnIn, keepPicture } from "../../shared/pictures/take.ts";
import { type Contact, contactOf, puttingContact } from "../../shared/table/contact.ts";
import { contactKey, memberKey } from "../../shared/table/keys.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { changeMembers } from "../../shared/table/member-change.ts";
import { noteSignup } from "../../shared/table/person.ts";
import type { Asked } from "../edge/asked.ts";
import { check } from "../edge/check.ts";
import { signupLocale } from "../edge/locale.ts";
import { saidAtOnce } from "../edge/said-at-once.ts";
import { type Intake, inDays, type Retention } from "./surroundings.ts";

/** The version of the text beside the form's consent box, kept with each consent. */
const consentText = "listing-2026-11";

type Entry = Pick<Member, "kind" | "name" | "website" | "domain" | "strength">;

/** An application with the person behind it, and how it is to be listed. */
interface Applying {
  id: string;
  entry: Entry;
  person: PersonHash;
  typed: Application;
  locale: Locale;
  logo: Drawn | undefined;
  retention: Retention;
}

/**
 * Takes an application: notes the person, then stores the application and its contact. Whether the address or the
 * organization was known shows nowhere in the answer; the mails follow from what is stored. Six write units, one more
 * with a logo.
 */
export async function apply(surroundings: Intake, asked: Asked): Promise<void> {
  const { table, clock, personKey, pictures, retention } = surroundings;
  const [typed, logo] = await saidAtOnce(
    () => check(ApplicationSchema, asked.body),
    () => drawnIn(pictures, asked.body, { field: "logo", schema: logoSchema }),
  );
  const person = personHash(typed.email, await personKey());
  const entry = await entryOf(typed);
  const id = applicationId(person, entry);
  const applying = { id, entry, person, typed, locale: signupLocale(asked, typed.locale), logo, retention };
  const now = clock();
  const addressAsks = await noteSignup(table, { person, email: typed.email, scope: memberSubject(id) }, now);
  for (let attempt = 0; attempt < 5; attempt++) {
    const standing = await memberOf(table, id);
    const contact = await contactOf(table, person, id);
    const stored = applied(standing, applying, { ask: nextAsk(standing, addressAsks, now), now });
    if (!stored) return;
    const next = await withLogo(surroundings, { before: standing, after: stored }, applying.logo, now);
    const contacts = memberStateAt(next, now) === "unverified" ? [speaking(contact, applying, now)] : [];
    const change = { before: standing, after: next };
    const parts = contacts.map((changed) => puttingContact(table, changed));
    if ((await changeMembers(table, [change], parts)) === "done") return;
  }
  throw new TooBusy();
}

/** A logo is stored only with a request that a mail goes out for: so an address fills the bucket a few times a day. */
async function withLogo(
  { table, pictures }: Intake,
  { before, after }: { before: Member | undefined; after: Member },
  drawn: Drawn | undefined,
  now: Date,
): Promise<Member> {
  if (!drawn || after.state !== "unverified") return after;
  if (after.asks === before?.asks) return { ...after, ...(before.logo && { logo: before.logo }) };
  const owner = memberSubject(after.id);
  return { ...after, logo: await keepPicture({ table, store: pictures.store }, { owner, drawn }, now) };
}

/** An organization is listed under its name, an expert under their own. */
async function entryOf(typed: Application): Promise<Entry> {
  const { organization, name = "", kind = "expert", website, email } = typed;
  if (organization === undefined || website === undefined)
    return { kind: "expert", name, strength: "weak", ...(website && { website }) };
  const domain = await claimedDomain(website, kind);
  if (domain === undefined && new URL(website).hostname.split(".").length < 2)
    throw new InvalidRequest([{ pointer: "/website", reason: "not-a-website" }]);
  return { kind, name: organization, website, domain, strength: await strengthByAddress(email, website) };
}

/** What an application makes of what stands under its id; undefined where there is nothing to store. */
function applied(
  standing: Member | undefined,
  applying: Applying,
  { ask, now }: { ask: Asks | undefined; now: Date },
): Member | undefined {
  const state = memberStateAt(standing, now);
  const answer = memberAnswer("apply", state);
  if (standing && "same" in answer && state !== "unverified") return ask && { ...standing, ...ask };
  return fresh(standing, applying, { ask, now });
}

function fresh(
  standing: Member | undefined,
  { id, entry, person, typed, locale, retention }: Applying,
  { ask, now }: { ask: Asks | undefined; now: Date },
): Member {
  const at = now.toISOString();
  return {
    ...memberKey(id),
    sk: "PROFILE",
    entity: "member",
    id,
    what: "application",
    ...entry,
    country: typed.country,
    ...(typed.why && { why: typed.why }),
    principles: typed.principles,
    consent: { listed: true, logo: typed.consent.logo, text: consentText, locale, at },
    contacts: [person],
    invited: [],
    proofs: entry.strength === "strong" ? [{ by: "address", at }] : [],
    state: "unverified",
    // Versions begin at a moment, not at 1: one that was removed may begin anew, newer than all that was counted of it.
    version: Math.max(Math.floor(now.getTime() / 1000), (standing?.version ?? 0) + 1),
    locale,
    source: typed.source,
    ...(ask ?? standingAsks(standing)),
    createdAt: standing?.createdAt ?? at,
    changedAt: at,
    expiresAt: inDays(now, retention.unverifiedDays),
  };
}

function standingAsks(standing: Member | undefined): Asks {
  const { asks = 0, asksToday = 0, askedOn = "" } = standing ?? {};
  return { asks, asksToday, askedOn };
}

/** The contact as they describe themselves; a new application has new links, so that old mails decide nothing. */
function speaking(known: Contact | undefined, applying: Applying, now: Date): Contact {
  const { id, person, typed, locale, retention } = applying;
  return {
    ...contactKey(person, id),
    entity: "contact",
    person,
    member: id,
    email: typed.email,
    name: typed.name,
    role: typed.role,
    locale,
    state: "unverified",
    generation: known?.state === "unverified" ? known.generation : (known?.generation ?? 0) + 1,
    createdAt: known?.createdAt ?? now.toISOString(),
    expiresAt: inDays(now, retention.unverifiedDays),
  };
}

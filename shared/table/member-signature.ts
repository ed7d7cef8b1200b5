import { createHash, randomBytes } from "node:crypto";
import { counts } from "../domain/participation-states.ts";
import { type PersonHash, personHashBytes } from "../domain/person-hash.ts";
import { TooBusy } from "../domain/refused.ts";
import type { TextName } from "../domain/text-version.ts";
import { putTyped, typedKeys } from "./card.ts";
import { participationKey } from "./keys.ts";
import type { Member } from "./member.ts";
import {
  addParticipation,
  type Participation,
  participationOf,
  registrantsPlace,
  replaceParticipation,
} from "./participation.ts";
import type { Statement } from "./scope.ts";
import type { SignatureFacts } from "./signature.ts";
import type { Table } from "./table.ts";

/**
 * The place of a member's own signatures, in the form of a person's hash: one signature per member, whichever contact
 * made it, and apart from what its contacts sign as persons. Nobody has this hash, so no mail goes to it.
 */
export function signatoryOf(member: string): PersonHash {
  const digest = createHash("sha256").update(`member-signature:${member}`).digest();
  return digest.subarray(0, personHashBytes).toString("base64url");
}

export async function memberSignature(
  table: Table,
  member: Member,
  statement: Statement,
): Promise<Participation | undefined> {
  return participationOf(table, signatoryOf(member.id), statement.scope);
}

const attempts = 5;

/** Signs for a member: it counts and shows at once, since the member was reviewed before. Twice is as once. */
export async function signForMember(
  table: Table,
  { member, statement, text }: { member: Member; statement: Statement; text: TextName },
  now: Date,
): Promise<Participation> {
  const { version, locale, sha256 } = text;
  const organization = organizationOf(member);
  const person = signatoryOf(member.id);
  const { scope } = statement;
  const id = randomBytes(9).toString("base64url");
  const at = now.toISOString();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const standing = await participationOf(table, person, scope);
    if (standing && counts(standing.state)) return standing;
    if (attempt === 0) {
      const key = typedKeys.card(person, scope, id);
      const named = { ...key, person, scope, id, createdAt: at };
      await putTyped(table, [{ ...named, entity: "card", display: "name", organization }]);
    }
    const signature: SignatureFacts = {
      text: { version, locale, sha256 },
      display: "name",
      card: id,
      organization,
    };
    const next = signedBy({ member, statement, standing }, signature, now);
    const lost = standing
      ? await replaceParticipation(table, standing, next)
      : await addParticipation(table, next);
    if (!lost) return next;
  }
  throw new TooBusy();
}

function organizationOf({ id, name, kind, website = "", country }: Member): SignatureFacts["organization"] {
  return kind === "expert" ? undefined : { name, kind, website, country, member: id };
}

function signedBy(
  {
    member,
    statement,
    standing,
  }: { member: Member; statement: Statement; standing: Participation | undefined },
  signature: SignatureFacts,
  now: Date,
): Participation {
  const at = now.toISOString();
  const person = signatoryOf(member.id);
  const first = {
    ...participationKey(person, statement.scope),
    ...{ entity: "participation" as const, generation: 1, asks: 0, asksToday: 0, askedOn: "", createdAt: at },
    withdrawnAt: undefined,
  };
  const { withdrawnAt: _, ...kept } = standing ?? first;
  return {
    ...kept,
    person,
    scope: statement.scope,
    campaign: statement.campaign,
    state: "confirmed",
    version: (standing?.version ?? Math.floor(now.getTime() / 1000)) + 1,
    locale: member.locale,
    country: member.country,
    signature,
    changedAt: at,
    confirmedAt: at,
    ...registrantsPlace(person, statement.scope, at),
  };
}

/** Takes a member's signature back. Twice is as once. */
export async function withdrawForMember(
  table: Table,
  { member, statement }: { member: Member; statement: Statement },
  now: Date,
): Promise<Participation | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const standing = await memberSignature(table, member, statement);
    if (!standing || !counts(standing.state)) return standing;
    const { listPk: _p, listSk: _s, ...kept } = standing;
    const at = now.toISOString();
    const next: Participation = {
      ...kept,
      state: "withdrawn",
      version: standing.version + 1,
      changedAt: at,
      withdrawnAt: at,
    };
    if (!(await replaceParticipation(table, standing, next))) return next;
  }
  throw new TooBusy();
}

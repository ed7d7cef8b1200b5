import { randomBytes } from "node:crypto";
import { PledgeSignature, type Signature, StatementSignature } from "../../shared/contracts/signature.ts";
import { claimedDomain, strengthByAddress } from "../../shared/domain/organization-domain.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import { personHash } from "../../shared/domain/person-hash.ts";
import { readReferralCode } from "../../shared/domain/referral-code.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import type { Referral } from "../../shared/domain/signature.ts";
import { mustTakeSignatures, signingStatus } from "../../shared/domain/signing-openness.ts";
import { textToSign } from "../../shared/domain/text-to-sign.ts";
import type { TextName } from "../../shared/domain/text-version.ts";
import { putTyped } from "../../shared/table/card.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { isSignable, type Signable, type SignableKind, scopeDetails } from "../../shared/table/scope.ts";
import type { SignatureFacts } from "../../shared/table/signature.ts";
import type { Asked } from "../edge/asked.ts";
import { check } from "../edge/check.ts";
import { knownSignable } from "../edge/known-signable.ts";
import { signupLocale } from "../edge/locale.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { signUp } from "./signup.ts";
import { knownSource } from "./source.ts";
import { cardIdBytes, typedWith } from "./typed.ts";

/**
 * Signs a pledge or a statement: checked, then taken as any signup. What is typed to be shown is stored first, under an
 * id that only this signup names; then two writes, no mail, no counter.
 */
export async function sign(surroundings: Surroundings, asked: Asked, kind: SignableKind): Promise<void> {
  const now = surroundings.clock();
  const item = await knownSignable(surroundings.scope, kind, asked.params.slug);
  const wanted: Signature = check(kind === "pledge" ? PledgeSignature : StatementSignature, asked.body);
  mustTakeSignatures(signingStatus(item, now));
  const locale = signupLocale(asked, wanted.locale);
  const text = await textSeen(surroundings, item, { ...wanted, locale });
  const referral = await referralOf(surroundings, item, { code: wanted.referral, form: asked.form });
  const person = personHash(wanted.email, await surroundings.personKey());
  const signature = await signatureOf(wanted, { text, referral, now });
  const id = randomBytes(cardIdBytes).toString("base64url");
  const typed = typedWith({ person, scope: item.scope, id }, { wanted, locale, signature }, now);
  await putTyped(surroundings.table, typed);
  const { email, name, country, consent } = wanted;
  await signUp(
    surroundings.table,
    {
      person,
      email,
      name,
      country,
      scope: item.scope,
      campaign: item.campaign,
      locale,
      source: await knownSource(surroundings, item.campaign, wanted.source),
      updates: consent?.updates,
      signature: typed.length > 0 ? { ...signature, card: id } : signature,
    },
    now,
  );
}

/** A version that the kept copy does not know may have been published a moment ago: then the table is asked itself. */
async function textSeen(
  { table }: Surroundings,
  item: Signable,
  seen: Parameters<typeof textToSign>[1],
): Promise<TextName> {
  const known = seen.version === undefined || item.versions.some(({ version }) => version === seen.version);
  const fresh = known ? item : await scopeDetails(table, item.scope);
  return textToSign(isSignable(fresh) ? fresh : item, seen);
}

/**
 * Who brought them. A program is told of a code that we did not make; a person, who can do nothing about a link that was
 * cut off, signs all the same. That the one behind a code has withdrawn is told to nobody.
 */
async function referralOf(
  { table, linkSecret }: Surroundings,
  { scope }: Signable,
  { code, form }: { code: string | undefined; form: boolean },
): Promise<Referral | undefined> {
  if (code === undefined) return undefined;
  const referrer = readReferralCode(code, scope, await linkSecret());
  if (referrer === undefined) {
    if (form) return undefined;
    throw new InvalidRequest([{ pointer: "/referral", reason: "unknown-referral" }]);
  }
  const standing = await participationOf(table, referrer, scope);
  return standing && counts(standing.state) ? { referrer, since: standing.createdAt } : undefined;
}

async function signatureOf(
  { email, display, organization, kind, website, country }: Signature,
  { text, referral, now }: { text: TextName; referral: Referral | undefined; now: Date },
): Promise<SignatureFacts> {
  const { version, locale, sha256 } = text;
  const signature = { text: { version, locale, sha256 }, ...(referral && { referral }) };
  if (organization === undefined || kind === undefined || website === undefined)
    return { ...signature, display };
  const domain = await claimedDomain(website, kind);
  const isTheirs = (await strengthByAddress(email, website)) === "strong";
  const proofs = isTheirs ? [{ by: "address" as const, at: now.toISOString() }] : [];
  const signing = { name: organization, kind, website, country, domain };
  return { ...signature, display: "name", organization: signing, proofs };
}

import { nextAsk } from "../../shared/domain/asks.ts";
import { answerTo, stateAt } from "../../shared/domain/participation-states.ts";
import type { PersonHash } from "../../shared/domain/person-hash.ts";
import { TooBusy } from "../../shared/domain/refused.ts";
import { type ActionScope, type CampaignScope, kindOf, type ScopeKind } from "../../shared/domain/scope.ts";
import { referralCounts } from "../../shared/domain/signature.ts";
import { participationKey } from "../../shared/table/keys.ts";
import {
  addParticipation,
  type Participation,
  replaceParticipation,
} from "../../shared/table/participation.ts";
import { noteSignup } from "../../shared/table/person.ts";
import type { SignatureFacts } from "../../shared/table/signature.ts";
import type { Table } from "../../shared/table/table.ts";

/** How long a confirmation may take. The link holds as long, then the pending participation is cleaned up. */
export const pendingDays = 7;

/** The version of the text beside the form's consent box, kept with each consent. */
export const consentText = "updates-2026-11";

export interface Signup {
  person: PersonHash;
  email: string;
  name?: string | undefined;
  scope: ActionScope;
  campaign: CampaignScope;
  locale: string;
  country?: string | undefined;
  timeZone?: string | undefined;
  source?: string | undefined;
  updates?: boolean | undefined;
  /** What is signed, and how it is to be shown. */
  signature?: SignatureFacts | undefined;
  noReminders?: Participation["noReminders"];
}

/**
 * Takes a signup: notes the person, then stores the participation, two write units in all. The mails follow from what is
 * stored. Whether the address was new or known shows nowhere in the answer. Killed in between, there is a person without
 * participation, whom the daily clean-up forgets.
 */
export async function signUp(table: Table, signup: Signup, now: Date): Promise<void> {
  const addressAsks = await noteSignup(table, signup, now);
  const first = firstParticipation(signup, addressAsks, now);
  let standing = await addParticipation(table, first);
  for (let attempt = 0; standing && attempt < 5; attempt++) {
    const next = signedUpAgain(standing, signup, { addressAsks, now });
    if (!next) return;
    standing = await replaceParticipation(table, standing, next);
  }
  if (standing) throw new TooBusy();
}

function firstParticipation(signup: Signup, addressAsks: number, now: Date): Participation {
  return {
    ...participationKey(signup.person, signup.scope),
    entity: "participation",
    person: signup.person,
    scope: signup.scope,
    campaign: signup.campaign,
    state: "pending",
    version: firstVersion(now),
    generation: 1,
    ...(nextAsk(undefined, addressAsks, now) ?? { asks: 0, asksToday: 0, askedOn: "" }),
    createdAt: now.toISOString(),
    ...whatWasGiven(signup, now),
  };
}

/**
 * Versions begin at the second of the first signup, not at 1: one that expired and was removed may begin anew, and must
 * be newer than all that the tally has seen of it.
 */
function firstVersion(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}

/**
 * What a further signup for the same action makes of the participation that stands: a withdrawn or expired one begins
 * anew under a new generation of links, any other is only asked about once more. Undefined where today's asks are used up.
 */
function signedUpAgain(
  standing: Participation,
  signup: Signup,
  { addressAsks, now }: { addressAsks: number; now: Date },
): Participation | undefined {
  const ask = nextAsk(standing, addressAsks, now);
  const answer = answerTo(
    "sign-up",
    stateAt(standing, now),
    kindOf(signup.scope) as Exclude<ScopeKind, "campaign">,
  );
  if ("to" in answer) {
    const { confirmedAt: _c, withdrawnAt: _w, listPk: _p, listSk: _s, offers: _o, ...kept } = standing;
    return {
      ...kept,
      ...ask,
      ...whatWasGiven(signup, now, standing.createdAt),
      state: answer.to,
      version: standing.version + 1,
      generation: standing.generation + 1,
    };
  }
  if (!ask) return undefined;
  return standing.state === "pending"
    ? { ...standing, ...ask, ...whatWasGiven(signup, now, standing.createdAt) }
    : { ...standing, ...ask };
}

function whatWasGiven(signup: Signup, now: Date, signedAt = now.toISOString()) {
  const { person, locale, country, timeZone, source, updates, noReminders, signature } = signup;
  const at = now.toISOString();
  return {
    signature: signature && credited(signature, person, signedAt),
    locale,
    country,
    timeZone,
    source,
    noReminders,
    consent: updates === undefined ? undefined : { updates, text: consentText, locale, at },
    changedAt: at,
    expiresAt: Math.floor(now.getTime() / 1000) + pendingDays * 86_400,
  };
}

/** The signature without a referral that does not count; `signedAt` is when the person first signed. */
function credited(signature: SignatureFacts, person: PersonHash, signedAt: string): SignatureFacts {
  const { referral, ...rest } = signature;
  return referral && referralCounts(referral, person, signedAt) ? signature : rest;
}

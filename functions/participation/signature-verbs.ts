import { answerTo, counts } from "../../shared/domain/participation-states.ts";
import { NotPossible, TextChanged } from "../../shared/domain/refused.ts";
import { kindOf } from "../../shared/domain/scope.ts";
import type { KeptAnswer } from "../../shared/domain/signature.ts";
import { type TextName, textFor } from "../../shared/domain/text-version.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { SignatureFacts } from "../../shared/table/signature.ts";
import { neverAsked } from "../../shared/table/signature-place.ts";

/** What a person may do with a signature by their own link. */
export const signatureVerbs = ["keep", "not-yet", "cannot", "renew", "prove", "withdraw"] as const;
export type SignatureVerb = (typeof signatureVerbs)[number];

/** Those that need nothing but the signature; to prove something, the internet is asked. */
type PureVerb = Exclude<SignatureVerb, "prove">;

export function isSignatureVerb(verb: string): verb is SignatureVerb {
  return signatureVerbs.some((known) => known === verb);
}

/** A signature as it stands, and the texts in force; empty where none is (any more). */
export interface Standing {
  participation: Participation;
  current: readonly TextName[];
}

export function signatureVerbsFor({ participation, current }: Standing): SignatureVerb[] {
  const { state, scope, signature } = participation;
  const kind = kindOf(scope) as "pledge" | "statement";
  const said = signature?.keptAnswer;
  const asked = kind === "pledge" && counts(state);
  const possible: Record<SignatureVerb, boolean> = {
    keep: "to" in answerTo("keep", state, kind),
    "not-yet": asked && said !== "not-yet",
    cannot: asked && said !== "cannot",
    renew: counts(state) && isOutdated(signature, current),
    prove: isToProve(participation),
    withdraw: "to" in answerTo("withdraw", state, kind),
  };
  return signatureVerbs.filter((verb) => possible[verb]);
}

/** Whether an organization's signature waits for its review, and nothing shows yet that its signatory speaks for it. */
export function isToProve({ state, signature }: Participation): boolean {
  const { organization, proofs = [] } = signature ?? {};
  return state === "held" && proofs.length === 0 && organization?.domain !== undefined;
}

/** Whether a newer text is in force than the one that was signed. */
export function isOutdated(signature: SignatureFacts | undefined, current: readonly TextName[]): boolean {
  const version = current[0]?.version ?? 0;
  return signature !== undefined && signature.text.version < version;
}

/**
 * What a verb makes of a signature; the same one where there is nothing to do. Throws `NotPossible`, or `TextChanged`
 * where a text is renewed to (`seen`) that is not the one in force. Pure.
 */
export function afterVerb(
  standing: Standing,
  { verb, seen }: { verb: PureVerb; seen?: number | undefined },
  now: Date,
): Participation {
  const { participation } = standing;
  const { signature } = participation;
  if (!signature) throw new NotPossible("not-for-this-kind");
  switch (verb) {
    case "withdraw":
      return withdrawn(participation, now);
    case "renew":
      return renewed(standing, signature, { seen, now });
    case "keep":
      return answered(participation, { signature, answer: "kept" }, now);
    default:
      return answered(participation, { signature, answer: verb }, now);
  }
}

function withdrawn(participation: Participation, now: Date): Participation {
  const answer = answerTo("withdraw", participation.state, "pledge");
  if ("refuse" in answer) throw new NotPossible(answer.refuse);
  if ("same" in answer) return participation;
  const { listPk: _p, listSk: _s, expiresAt: _e, ...kept } = participation;
  return changed({ ...kept, state: answer.to, withdrawnAt: now.toISOString() }, now);
}

function answered(
  participation: Participation,
  { signature, answer }: { signature: SignatureFacts; answer: KeptAnswer },
  now: Date,
): Participation {
  const { state, scope, person } = participation;
  const kind = kindOf(scope) as "pledge" | "statement";
  const to = answerTo(answer === "kept" ? "keep" : "unkeep", state, kind);
  if ("refuse" in to) throw new NotPossible(to.refuse);
  if (!counts(state)) throw new NotPossible(state === "held" ? "held-for-review" : "not-confirmed");
  if ("same" in to && signature.keptAnswer === answer) return participation;
  const next = { ...participation, signature: { ...signature, keptAnswer: answer } };
  const place = answer === "not-yet" ? {} : { listSk: neverAsked(person) };
  return changed({ ...next, ...place, state: "to" in to ? to.to : state }, now);
}

/** The signature holds for the new text too: it names that one from now on, in its own language where there is one. */
function renewed(
  { participation, current }: Standing,
  signature: SignatureFacts,
  { seen, now }: { seen: number | undefined; now: Date },
): Participation {
  if (!counts(participation.state)) throw new NotPossible("not-confirmed");
  const text = textFor(current, signature.text.locale);
  if (!text || signature.text.version === text.version) return participation;
  if (seen !== undefined && seen !== text.version) throw new TextChanged();
  const { version, locale, sha256 } = text;
  const next = { ...signature, text: { version, locale, sha256 }, askedVersion: version };
  return changed({ ...participation, signature: next }, now);
}

function changed(participation: Participation, now: Date): Participation {
  return { ...participation, version: participation.version + 1, changedAt: now.toISOString() };
}

import * as z from "zod";
import { LinkAnswer } from "../../shared/contracts/participation.ts";
import type { Link } from "../../shared/domain/link-token.ts";
import { UnknownVerb } from "../../shared/domain/refused.ts";
import { pagePath } from "../../shared/mail/links.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { currentTexts } from "../../shared/table/signable-views.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { pageLocale, signupLocale } from "../edge/locale.ts";
import { json, type Reply, seeOther } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { signatureFacts, signedItem } from "./signature-facts.ts";
import { signatureReply, signConfirmReply } from "./signature-pages.ts";
import { isSignatureVerb, type Standing, signatureVerbsFor } from "./signature-verbs.ts";
import { isOfSignature, manageSignature, standingOf } from "./signatures.ts";

/** The page of a link: a signature's own where it is about one, else the other. */
export function pageOfLink(surroundings: Surroundings, purpose: "confirm" | "manage", other: Route): Route {
  const reply = purpose === "confirm" ? signConfirmReply : signatureReply;
  return {
    ...other,
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, [purpose]);
      return isOfSignature(link.subject) ? reply(surroundings, asked, link) : other.handle(asked);
    },
  };
}

const Verb = z.object({
  verb: z.string("required").max(40, "too-long").optional(),
  /** The version that was shown, where a signature is renewed. */
  version: z.coerce.number("unknown-version").int("unknown-version").optional(),
});

/** Does the verb that the path or the body names. */
export async function doSignatureVerb(surroundings: Surroundings, asked: Asked, link: Link): Promise<Reply> {
  const { verb: said, version: seen } = check(Verb, asked.body);
  const verb = asked.params.verb ?? said ?? "";
  if (!isSignatureVerb(verb)) throw new UnknownVerb();
  const participation = await manageSignature(surroundings, { link, verb, seen }, surroundings.clock());
  return signatureActed(surroundings, asked, { page: "manage", participation });
}

/** The answer to what was done: the new state to a program, the link's page to a person. */
export async function signatureActed(
  surroundings: Surroundings,
  asked: Asked,
  { page, participation }: { page: "confirm" | "manage"; participation: Participation },
): Promise<Reply> {
  const forPeople = asked.form || !asked.path.startsWith("/api/");
  if (forPeople) {
    const locale = asked.path.startsWith("/api/")
      ? signupLocale(asked, participation.locale)
      : pageLocale(asked);
    return seeOther(pagePath(locale, `/${page}/${asked.params.token}`));
  }
  const item = await signedItem(surroundings, participation);
  return json(200, await answerOf(surroundings, asked, { participation, current: currentTexts(item) }));
}

/** What a link of a signature shows to a program; changes nothing. */
export async function showSignature(surroundings: Surroundings, asked: Asked, link: Link) {
  return answerOf(surroundings, asked, await standingOf(surroundings, link, surroundings.clock()));
}

async function answerOf(surroundings: Surroundings, asked: Asked, standing: Standing) {
  const { participation } = standing;
  const facts = await signatureFacts(surroundings, participation, signupLocale(asked, undefined));
  const { version, textLocale: locale, sha256, shown, comment, said, referred, shareUrl } = facts;
  const verbs = participation.state === "pending" ? ["confirm"] : signatureVerbsFor(standing);
  return LinkAnswer.parse({
    state: participation.state,
    verbs,
    scope: participation.scope,
    title: facts.title,
    signature: { version, locale, sha256, shown, comment, said, referred, shareUrl },
  });
}

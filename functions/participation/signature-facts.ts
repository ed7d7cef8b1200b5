import { counts } from "../../shared/domain/participation-states.ts";
import { referralCode } from "../../shared/domain/referral-code.ts";
import { InvalidLink } from "../../shared/domain/refused.ts";
import { shownName } from "../../shared/domain/signature.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { pagePath } from "../../shared/mail/links.ts";
import { typedUnder } from "../../shared/table/card.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { referredBy } from "../../shared/table/referred.ts";
import { isSignable, type Signable } from "../../shared/table/scope.ts";
import { textOf } from "../../shared/table/text.ts";
import { textIn } from "../../shared/table/views.ts";
import type { Surroundings } from "../edge/surroundings.ts";

/** The action that a signature is of; throws `InvalidLink` where there is none (any more). */
export async function signedItem(surroundings: Surroundings, { scope }: Participation): Promise<Signable> {
  const item = await surroundings.scope(scope);
  if (!isSignable(item)) throw new InvalidLink();
  return item;
}

/** All that its owner may see of a signature. */
export async function signatureFacts(
  surroundings: Surroundings,
  participation: Participation,
  locale: Locale,
) {
  const { person, scope, state } = participation;
  const [facts, signed, referred] = await Promise.all([
    factsAtHand(surroundings, participation, locale),
    whatIsSigned(surroundings, participation),
    counts(state) ? referredBy(surroundings.table, person, scope) : undefined,
  ]);
  return { ...facts, ...signed, referred };
}

/** The exact text that is signed, and what will be public with it. */
export async function whatIsSigned(surroundings: Surroundings, participation: Participation) {
  const { scope, signature } = participation;
  const [text, shown] = await Promise.all([
    signature && textOf(surroundings.table, { scope, ...signature.text }),
    shownOf(surroundings, participation),
  ]);
  return { text: text?.text ?? "", ...shown };
}

/** What can be said of a signature without reading more than it and its action. */
export async function factsAtHand(surroundings: Surroundings, participation: Participation, locale: Locale) {
  const { signature, state, confirmedAt } = participation;
  const item = await signedItem(surroundings, participation);
  if (!signature) throw new InvalidLink();
  const stands = counts(state);
  const isCancelled = item.state === "cancelled";
  return {
    kind: item.kind,
    slug: item.slug,
    title: textIn(item.title, locale),
    state,
    version: signature.text.version,
    textLocale: signature.text.locale,
    sha256: signature.text.sha256,
    confirmedAt,
    said: signature.keptAnswer,
    ...(isCancelled && { isCancelled }),
    shareUrl:
      stands && !isCancelled ? await shareUrl(surroundings, participation, { item, locale }) : undefined,
  };
}

async function shownOf({ table }: Surroundings, { person, scope, signature }: Participation) {
  const id = signature?.card;
  if (id === undefined) return {};
  const { card, comment } = await typedUnder(table, { person, scope, id });
  return {
    shown: card?.organization?.name ?? (card && shownName(card.name, card.display)),
    comment: comment?.text,
  };
}

async function shareUrl(
  { linkSecret, origin }: Surroundings,
  { person, scope }: Participation,
  { item, locale }: { item: Signable; locale: Locale },
): Promise<string> {
  const code = referralCode(person, scope, await linkSecret());
  return `${origin}${pagePath(locale, `/${item.kind}s/${item.slug}`)}?ref=${code}`;
}

import type { Signature } from "../../shared/contracts/signature.ts";
import type { PersonHash } from "../../shared/domain/person-hash.ts";
import type { ActionScope } from "../../shared/domain/scope.ts";
import { shownName } from "../../shared/domain/signature.ts";
import { type Card, type Comment, typedKeys } from "../../shared/table/card.ts";
import type { SignatureFacts } from "../../shared/table/signature.ts";
import { pendingDays } from "./signup.ts";

/** Nobody can guess the id of another's card; it stands in no address. */
export const cardIdBytes = 9;

interface Place {
  person: PersonHash;
  scope: ActionScope;
  id: string;
}

/**
 * What of a signature's form is to be shown in public: a card with the name or the organization, a comment. Nothing
 * where the person stays hidden, as most do. Kept a day longer than the signup may be confirmed, then it goes by itself.
 */
export function typedWith(
  place: Place,
  { wanted, locale, signature }: { wanted: Signature; locale: string; signature: SignatureFacts },
  now: Date,
): (Card | Comment)[] {
  const { name, title, comment } = wanted;
  const { display, organization } = signature;
  const common = {
    ...place,
    createdAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + (pendingDays + 1) * 86_400,
  };
  const { person, scope, id } = place;
  const typed: (Card | Comment)[] = [];
  if (organization)
    typed.push({ ...typedKeys.card(person, scope, id), entity: "card", ...common, display, organization });
  else if (display !== "hidden")
    typed.push({ ...typedKeys.card(person, scope, id), entity: "card", ...common, display, name, title });
  if (comment !== undefined) {
    const key = typedKeys.comment(person, scope, id);
    const shown = shownName(name, display);
    typed.push({ ...key, entity: "comment", ...common, text: comment, locale, shownName: shown });
  }
  return typed;
}

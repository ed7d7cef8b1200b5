import { UnknownScope } from "../../shared/domain/refused.ts";
import { type ActionScope, isSlug } from "../../shared/domain/scope.ts";
import {
  isPublic,
  isSignable,
  type ScopeItem,
  type Signable,
  type SignableKind,
} from "../../shared/table/scope.ts";

/** How a scope is read: from the table, or from a copy that is kept for a few seconds. */
type ReadScope = (scope: ActionScope) => Promise<ScopeItem | undefined>;

/** Any pledge or statement, published or not; undefined where there is none. */
export async function signable(
  read: ReadScope,
  kind: SignableKind,
  slug: string | undefined,
): Promise<Signable | undefined> {
  const item = slug !== undefined && isSlug(slug) ? await read(`${kind}.${slug}`) : undefined;
  return isSignable(item) ? item : undefined;
}

/** A pledge or a statement that the public may know of; throws `UnknownScope`. */
export async function knownSignable(
  read: ReadScope,
  kind: SignableKind,
  slug: string | undefined,
): Promise<Signable> {
  const item = await signable(read, kind, slug);
  if (!item || !isPublic(item)) throw unknownSignable(kind, slug);
  return item;
}

export function unknownSignable(kind: SignableKind, slug: string | undefined): UnknownScope {
  return new UnknownScope(`${kind}.${slug?.slice(0, 64) ?? ""}`);
}

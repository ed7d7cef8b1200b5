/** What a count is of. `coalition`, or a kind and slug joined by a dot: `event.global-encryption-day-2027`. */
export const actionKinds = ["event", "pledge", "statement"] as const;
export type ActionKind = (typeof actionKinds)[number];

export const scopeKinds = ["campaign", ...actionKinds] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export type ActionScope = `${ActionKind}.${string}`;
export type CampaignScope = `campaign.${string}`;
export type Scope = "coalition" | CampaignScope | ActionScope;

/** Lower-case letters, digits and single hyphens, 1 to 64 characters: it stands in URLs and keys. */
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const maxSlugLength = 64;

export function isSlug(text: string): boolean {
  return text.length <= maxSlugLength && slugPattern.test(text);
}

/** Reads a scope as it stands in a path; undefined where it is none. Says nothing of whether it exists. */
export function parseScope(text: string): Scope | undefined {
  if (text === "coalition") return text;
  const dot = text.indexOf(".");
  const kind = text.slice(0, dot);
  if (!scopeKinds.some((known) => known === kind)) return undefined;
  return isSlug(text.slice(dot + 1)) ? (text as Scope) : undefined;
}

export function isActionScope(scope: string): scope is ActionScope {
  return actionKinds.some((kind) => scope.startsWith(`${kind}.`)) && parseScope(scope) !== undefined;
}

export function actionScope(kind: ActionKind, slug: string): ActionScope {
  return `${kind}.${slug}`;
}

export function campaignScope(slug: string): CampaignScope {
  return `campaign.${slug}`;
}

/** The kind in front of the dot; `coalition` stands for itself. */
export function kindOf(scope: Scope): ScopeKind | "coalition" {
  return scope === "coalition" ? scope : (scope.slice(0, scope.indexOf(".")) as ScopeKind);
}

/** The part behind the dot. */
export function slugOf(scope: CampaignScope | ActionScope): string {
  return scope.slice(scope.indexOf(".") + 1);
}

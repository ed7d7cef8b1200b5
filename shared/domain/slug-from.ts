import { isSlug, maxSlugLength } from "./scope.ts";

/** A slug out of a title: `An evening in Zürich` → `an-evening-in-zurich`; undefined where no Latin letter is left. */
export function slugFrom(title: string): string | undefined {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxSlugLength - 8)
    .replace(/^-+|-+$/g, "");
  return isSlug(slug) ? slug : undefined;
}

import type { Asked } from "./asked.ts";

/** The query as it stands in a link, with its question mark; empty where there is none. */
export function searchOf({ query }: Pick<Asked, "query">): string {
  const text = new URLSearchParams(query).toString();
  return text === "" ? "" : `?${text}`;
}

import type { Page } from "./list.tsx";

export const pageSize = 50;

/** A page of items that are all at hand; its place in the address is how many stand before it. */
export function cut<Item>(items: readonly Item[], cursor: string | null): Page<Item> {
  const from = /^\d{1,9}$/.test(cursor ?? "") ? Number(cursor) : 0;
  const to = from + pageSize;
  return { items: items.slice(from, to), next: to < items.length ? String(to) : null };
}

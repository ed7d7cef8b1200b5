import { expect } from "vitest";
import { callAs, type Door, said } from "./ask.ts";

interface Page {
  items: Record<string, unknown>[];
  next: string | null;
}

/** Asks for a list page after page, as a person who goes on until there is no next one; gives each page. */
export async function everyPage(
  role: string,
  door: Door,
  path: string,
  query: Record<string, string> = {},
): Promise<Record<string, unknown>[][]> {
  const pages: Record<string, unknown>[][] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const asked = { query: { ...query, ...(cursor && { cursor }) } };
    const reply = await callAs({ role }, door, `GET ${path}`, asked);
    expect(reply.statusCode, reply.body).toBe(200);
    const { items, next }: Page = said<Page>(reply);
    pages.push(items);
    cursor = next;
  }
  return pages;
}

/** What each of all of them is called, in the order of the list. */
export function namesIn(pages: readonly Record<string, unknown>[][], field = "slug"): unknown[] {
  return pages.flat().map((item) => item[field]);
}

import type { Asked } from "../console-context.ts";
import type { Page } from "./list.tsx";

/** The items of a page that fit a filter, of a list that is short enough to be looked through here. */
export function fitting<Item>(asked: Asked<Page<Item>>, fits: (item: Item) => boolean): Asked<Page<Item>> {
  const { answer } = asked;
  return { ...asked, answer: answer && { ...answer, items: answer.items.filter(fits) } };
}

/** Whether a text holds the words, however they are written in capitals. */
export function holds(text: string, words: string | null): boolean {
  return !words || text.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
}

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { numberText, t } from "../texts/texts.ts";
import { cut, pageSize } from "./cut.ts";

interface PagedProps<Item> {
  items: readonly Item[];
  show: (page: readonly Item[]) => ComponentChildren;
}

/** What is all at hand and has no address of its own, a page at a time. */
export function Paged<Item>({ items, show }: PagedProps<Item>) {
  const [from, setFrom] = useState(0);
  const page = cut(items, String(from));
  return (
    <>
      {show(page.items)}
      {items.length > pageSize && (
        <p class="actions pages">
          <span class="hint" role="status">
            {t("list.range", {
              from: numberText(from + 1),
              to: numberText(from + page.items.length),
              all: numberText(items.length),
            })}
          </span>
          <button
            type="button"
            class="button-quiet small"
            disabled={from === 0}
            onClick={() => setFrom(from - pageSize)}
          >
            {t("list.previous")}
          </button>
          <button
            type="button"
            class="button-quiet small"
            disabled={page.next === null}
            data-key="n"
            aria-keyshortcuts="n"
            onClick={() => setFrom(from + pageSize)}
          >
            {t("list.next")}
          </button>
        </p>
      )}
    </>
  );
}

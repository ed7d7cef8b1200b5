import type { ComponentChildren } from "preact";
import type { Problem } from "../../../shared/contracts/problem.ts";
import type { Asked } from "../console-context.ts";
import { type Place, usePlace, withQuery } from "../place.ts";
import { t } from "../texts/texts.ts";
import { isNarrowed } from "./filters.tsx";
import { ProblemBox } from "./problem.tsx";
import { Waiting } from "./waiting.tsx";

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface Column<Item> {
  title: string;
  cell: (item: Item) => ComponentChildren;
}

interface ListProps<Item> {
  caption: string;
  asked: Asked<Page<Item>>;
  columns: readonly Column<Item>[];
  /** What a row opens; its first column is the link. */
  href?: (item: Item) => string;
  id: (item: Item) => string;
  /** Said where there is nothing at all: what to do. */
  empty: string;
  /** Said where nothing fits a filter, if there is more to say than that. */
  nothingFits?: string;
}

/** Rows of a list with its pages. On a phone each row is a card of its own. */
export function List<Item>({ asked, ...props }: ListProps<Item>) {
  const place = usePlace();
  if (asked.problem) return <ProblemBox problem={asked.problem as Problem} again={asked.again} />;
  if (!asked.answer) return <Waiting />;
  const { items, next } = asked.answer;
  if (items.length === 0) return <Nothing {...props} next={next} />;
  return (
    <>
      <table class="table rows" aria-busy={asked.isAsking}>
        <caption class="unseen">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(({ title }) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row {...props} item={item} key={props.id(item)} />
          ))}
        </tbody>
      </table>
      <Pages place={place} shown={items.length} next={next} />
    </>
  );
}

/** Instead of rows: what to do, how to clear the filter, or where there may be more. */
export function Nothing({
  next,
  empty,
  nothingFits = t("list.nothing-fits"),
}: {
  next: string | null;
  empty: string;
  nothingFits?: string | undefined;
}) {
  const place = usePlace();
  if (next)
    return (
      <>
        <p class="empty">{t("list.none-here")}</p>
        <Pages place={place} shown={0} next={next} />
      </>
    );
  if (place.query.has("cursor"))
    return (
      <>
        <p class="empty">{t("list.end")}</p>
        <Pages place={place} shown={0} next={null} />
      </>
    );
  if (!isNarrowed(place)) return <p class="empty">{empty}</p>;
  return (
    <div class="empty">
      <p>{nothingFits}</p>
      <p>
        <a href={place.path}>{t("list.clear")}</a>
      </p>
    </div>
  );
}

function Row<Item>({ item, columns, href }: Omit<ListProps<Item>, "asked"> & { item: Item }) {
  return (
    <tr>
      {columns.map(({ title, cell }, i) =>
        i === 0 ? (
          <th scope="row" key={title}>
            {href ? (
              <a href={href(item)} data-row>
                {cell(item)}
              </a>
            ) : (
              cell(item)
            )}
          </th>
        ) : (
          <Cell title={title} key={title}>
            {cell(item)}
          </Cell>
        ),
      )}
    </tr>
  );
}

/** On a phone, what there is not is left out. */
function Cell({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <td data-title={title} data-none={children === t("none") || undefined}>
      {children}
    </td>
  );
}

/** How much is on this page, and the way to the first and the next. */
export function Pages({ place, shown, next }: { place: Place; shown: number; next: string | null }) {
  const nextPage = next && withQuery(place, {});
  return (
    <p class="actions pages">
      <span class="hint" role="status">
        {shown > 0 && t("list.shown", { n: shown })}
      </span>
      {place.query.has("cursor") && <a href={withQuery(place, {})}>{t("list.first")}</a>}
      {nextPage && (
        <a
          href={`${nextPage}${nextPage.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`}
          data-key="n"
          aria-keyshortcuts="n"
        >
          {t("list.next")}
        </a>
      )}
    </p>
  );
}

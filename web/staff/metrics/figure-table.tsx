import type { ComponentChildren } from "preact";
import { csvLink, type Value } from "./csv-link.ts";
import type { Say } from "./say.ts";

export interface Column {
  name: string;
  /** How a number is shown; as one of the language unless said. The file holds it as it is. */
  show?: (value: Value) => string;
}

export interface TableProps {
  say: Say;
  caption: string;
  /** The first names its rows. */
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
  /** The file's name, without `.csv`. */
  file: string;
  /** A bar in each row shows the column of this index against the largest. */
  bars?: number;
}

/** So many columns, bars among them, fit beside each other on a phone; of more, each row stands there as a block. */
const mostBeside = 3;

/** A table with its file. The bar says nothing that the number beside it does not. */
export function FigureTable({ say, caption, columns, rows, file, bars }: TableProps) {
  if (rows.length === 0) return <p class="hint">{say.t("no_figures")}</p>;
  const most = bars === undefined ? 0 : Math.max(1, ...rows.map((row) => Number(row[bars]) || 0));
  const stacks = columns.length + (bars === undefined ? 0 : 1) > mostBeside;
  const download = csvLink([columns.map(({ name }) => name), ...rows]);
  return (
    <>
      <div class="figure-table">
        <table class={`table${stacks ? " stacks" : ""}`}>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ name }, i) => (
                <th scope="col" class={i > 0 ? "number" : undefined} key={name}>
                  {name}
                </th>
              ))}
              {bars !== undefined && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row[0])}>
                {columns.map((column, i) => (
                  <Cell
                    say={say}
                    column={column}
                    value={row[i] ?? null}
                    isFirst={i === 0}
                    key={column.name}
                  />
                ))}
                {bars !== undefined && (
                  <td class="bar-cell" aria-hidden="true">
                    <progress class="row-bar" value={Math.max(0, Number(row[bars]) || 0)} max={most} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={download} download={`${file}.csv`} aria-label={`${say.t("csv")}: ${caption}`}>
          {say.t("csv")}
        </a>
      </p>
    </>
  );
}

interface CellProps {
  say: Say;
  column: Column;
  value: Value;
  isFirst: boolean;
}

function Cell({ say, column, value, isFirst }: CellProps) {
  const shown = column.show
    ? column.show(value)
    : typeof value === "number"
      ? say.number(value)
      : (value ?? "–");
  if (isFirst)
    return (
      <th scope="row">
        <bdi>{shown}</bdi>
      </th>
    );
  return (
    <td class="number" data-title={column.name}>
      {shown}
    </td>
  );
}

/** A part of a section: its heading, a picture, and the numbers behind it, folded where there is a picture. */
export function Part(props: TableProps & { picture?: ComponentChildren; note?: string }) {
  const { caption, say, picture, note } = props;
  return (
    <section class="metrics-part">
      <h3>{caption}</h3>
      {note && <p class="hint">{note}</p>}
      {picture && props.rows.length > 0 ? (
        <>
          {picture}
          <details>
            <summary>{say.t("table")}</summary>
            <FigureTable {...props} />
          </details>
        </>
      ) : (
        <FigureTable {...props} />
      )}
    </section>
  );
}

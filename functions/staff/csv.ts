import { stringify } from "csv-stringify/sync";

export type Cell = string | number | undefined;

/**
 * Rows as a spreadsheet opens them right: a mark for UTF-8 in front of the first, lines that end as on Windows, and no
 * cell that would be run as a formula (OWASP, "CSV Injection": an apostrophe stands before it).
 */
export function csvOf(rows: readonly (readonly Cell[])[], { first }: { first: boolean }): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: first, record_delimiter: "windows", escape_formulas: true },
  );
}

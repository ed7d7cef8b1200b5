import { stringify } from "csv-stringify/sync";

export type Cell = string | number | undefined;

/**
 * Rows as a spreadsheet opens them right: a mark for UTF-8 in front of the first, lines that end as on Windows, and no
 * cell that would be run as a formula (OWASP, "CSV Injection": an apostrophe stands before it).
 */
export function csvOf(rows: readonly (readonly Cell[])[], { first }: { first: boolean }): string {
  return stringify(
    rows.map((row) => [...row]),
    // With Windows' line ends the library quotes only those: a single one of the two would break a row in spreadsheets.
    { bom: first, record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n]/ },
  );
}

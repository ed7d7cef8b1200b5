export type Value = string | number | null;

/**
 * A table as a file that a spreadsheet opens right, in the link itself: a mark for UTF-8, lines that end as on Windows,
 * and an apostrophe before what would be run as a formula.
 */
export function csvLink(rows: readonly (readonly Value[])[]): string {
  const text = rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`;
}

function cellOf(value: Value): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

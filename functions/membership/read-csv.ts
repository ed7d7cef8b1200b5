import { CsvError, type Info, parse } from "csv-parse/sync";
import {
  type ImportLine,
  importColumns,
  ImportLine as Line,
} from "../../shared/contracts/membership-import.ts";
import { type FieldProblem, InvalidRequest } from "../../shared/domain/refused.ts";
import { check } from "../edge/check.ts";

/** A line of the file that is as it must be. */
export interface ReadLine {
  line: number;
  entry: ImportLine;
}

const mostProblems = 2_000;

/**
 * Reads the lines of an import. Throws `InvalidRequest` that names every line and column at fault (`/12/website`), up to
 * two thousand of them; then nothing is to be imported. Costs no look-up.
 */
export function readCsv(bytes: Buffer): ReadLine[] {
  const problems: FieldProblem[] = [];
  const read = recordsOf(utf8(bytes)).flatMap(({ record, line }) => {
    try {
      return [{ line, entry: check(Line, withoutEmpty(record)) }];
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      problems.push(...error.problems.map((found) => ({ ...found, pointer: `/${line}${found.pointer}` })));
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidRequest(problems.slice(0, mostProblems));
  return read;
}

/** The text of the file; a byte that is not UTF-8 is said with its line. */
function utf8(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const bad = text.split("\n").findIndex((line) => line.includes(replaced));
  if (bad >= 0) throw new InvalidRequest([{ pointer: `/${bad + 1}`, reason: "not-utf-8" }]);
  return text;
}

/** Stands for what could not be decoded: here, or by the API, which hands us a body of text as text. */
const replaced = "\ufffd";

function recordsOf(text: string): { record: Record<string, string>; line: number }[] {
  let whole = 0;
  try {
    const rows = parse(text, {
      ...{ bom: true, columns: header, info: true, skip_empty_lines: true, trim: true },
      on_record(row, { lines }) {
        whole = lines;
        return row;
      },
    });
    return (rows as unknown as { record: Record<string, string>; info: Info }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that does not end runs to the end of the file: the line where it begins is the one to mend.
    const at = error.code === "CSV_QUOTE_NOT_CLOSED" ? Math.max(whole, 1) + 1 : (error.lines ?? 1);
    throw new InvalidRequest([{ pointer: `/${at}`, reason: wordOf(error) }]);
  }
}

/** A column that nobody knows is a slip that would lose what stands in it. */
function header(names: string[]): string[] {
  const columns = names.map((name) => name.trim().toLowerCase());
  const unknown = columns.filter((name) => !importColumns.some((known) => known === name));
  const missing = ["name", "kind", "country", "email"].filter((name) => !columns.includes(name));
  const problems = [
    ...unknown.map((name) => ({ pointer: `/1/${name.slice(0, 40)}`, reason: "unknown-column" })),
    ...missing.map((name) => ({ pointer: `/1/${name}`, reason: "column-missing" })),
  ];
  if (problems.length > 0) throw new InvalidRequest(problems);
  return columns;
}

function wordOf({ code }: CsvError): string {
  return code === "CSV_RECORD_INCONSISTENT_COLUMNS" || code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH"
    ? "wrong-number-of-cells"
    : "broken-line";
}

function withoutEmpty(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
}

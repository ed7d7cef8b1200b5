import * as z from "zod";
import { InvalidRequest } from "../../shared/domain/refused.ts";

const Cursor = z.object({ of: z.string(), after: z.string() });

/** Where an export goes on, and of what: a cursor of one file is none of another. */
export function writeExportCursor(after: string, of: string): string {
  return Buffer.from(JSON.stringify({ of, after }), "utf8").toString("base64url");
}

/** Throws `InvalidRequest` where it is not one that we made for this file. */
export function readExportCursor(cursor: string | undefined, of: string): string | undefined {
  if (cursor === undefined) return undefined;
  const read = Cursor.safeParse(parsed(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!read.success || read.data.of !== of)
    throw new InvalidRequest([{ pointer: "/cursor", reason: "not-valid" }]);
  return read.data.after;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

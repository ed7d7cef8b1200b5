import type * as z from "zod";
import { InvalidRequest } from "../../shared/domain/refused.ts";

/** Checks a value against a schema; throws `InvalidRequest` with a JSON pointer and a word for each field at fault. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: wordFor });
  if (result.success) return result.data;
  const first = new Map(
    result.error.issues
      .map(told)
      .map((issue) => [pointerTo(issue.path), issue] as const)
      .reverse(),
  );
  throw new InvalidRequest(
    [...first].reverse().map(([pointer, issue]) => ({
      pointer,
      reason: issue.message,
      limit: issue.code === "too_big" ? Number(issue.maximum) : undefined,
    })),
  );
}

/** Of a choice between types (a number, or a form's text of one) that names no word itself, what is wrong with the one that was meant. */
function told(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union" || issue.message !== unnamed) return issue;
  const meant = issue.errors.map(([first]) => first).find((first) => first && !isOtherType(first));
  return meant ? told({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

function isOtherType({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const unnamed = "not-valid";

/** The word where the schema names none itself, so that zod's own sentences are never passed on. */
function wordFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "wrong-type";
    case "too_big":
      return "too-long";
    case "too_small":
      return "too-short";
    case "invalid_union":
      return issue.input === undefined ? "required" : unnamed;
    case "invalid_value":
      return issue.input === undefined ? "required" : "not-one-of-the-choices";
    default:
      return unnamed;
  }
}

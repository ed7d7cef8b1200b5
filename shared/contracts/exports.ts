import * as z from "zod";
import { isSlug } from "../domain/scope.ts";
import { cursor as listCursor } from "./list-query.ts";

const slug = z.string("required").refine(isSlug, "not-valid");
const cursor = listCursor.meta({ description: "Out of the Link header (`rel=next`) of the page before." });
const day = z.iso.date("not-a-date").optional();

export const RegistrantsQuery = z.object({ event: slug, cursor });
export const SignaturesQuery = z
  .object({ pledge: slug.optional(), statement: slug.optional(), cursor })
  .refine(({ pledge, statement }) => (pledge === undefined) !== (statement === undefined), {
    message: "one-of-pledge-and-statement",
    path: ["pledge"],
  });
export const MembersExportQuery = z.object({
  state: z.enum(["approved", "submitted", "questioned", "declined"]).default("approved"),
  cursor,
});
export const CountsExportQuery = z.object({ from: day, to: day, cursor });

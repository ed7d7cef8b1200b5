import * as z from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { Problem } from "./problem.ts";

type Status = `${1 | 2 | 3 | 4 | 5}${string}`;

/** An operation in few words; answers are schemas, or a media type and what it is. */
export interface Described {
  id: string;
  summary: string;
  tag: string;
  params?: string[];
  query?: Record<string, z.ZodType>;
  /** With `files`, it may come as a form with files too. */
  body?: { schema: z.ZodType; examples: Record<string, unknown>; files?: boolean };
  answers: Record<Status, z.ZodType | string>;
}

const problem = {
  description: "A problem document (RFC 9457).",
  content: { "application/problem+json": { schema: Problem } },
};

/** The OpenAPI object of an operation. */
export function operation(described: Described): ZodOpenApiOperationObject {
  const { id, summary, tag, params = [], query = {}, body, answers } = described;
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...((params.length > 0 || Object.keys(query).length > 0) && {
      requestParams: {
        ...(params.length > 0 && {
          path: z.object(Object.fromEntries(params.map((name) => [name, z.string()]))),
        }),
        ...(Object.keys(query).length > 0 && { query: z.object(query).partial() }),
      },
    }),
    ...(body && { requestBody: { required: true, content: bodyContent(body) } }),
    responses: { ...Object.fromEntries(Object.entries(answers).map(answer)), default: problem },
  };
}

function bodyContent({ schema, examples, files }: NonNullable<Described["body"]>) {
  const [first] = Object.values(examples);
  const named = Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));
  const shown = Object.keys(examples).length > 1 ? { examples: named } : { example: first };
  return {
    "application/json": { schema, ...shown },
    "application/x-www-form-urlencoded": { schema },
    ...(files && { "multipart/form-data": { schema } }),
  };
}

function answer([status, schema]: [string, z.ZodType | string]) {
  if (typeof schema !== "string")
    return [status, { description: "As asked.", content: { "application/json": { schema } } }];
  const [type = "", description = type] = schema.split(": ", 2);
  return [
    status,
    { description, ...(type.includes("/") && { content: { [type]: { schema: z.string() } } }) },
  ];
}

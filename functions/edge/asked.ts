import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { BodyTooLarge, MalformedBody, UnsupportedMediaType } from "../../shared/domain/refused.ts";
import { fieldsOf } from "./fields-of.ts";

/** A request as our functions see it. */
export interface Asked {
  routeKey: string;
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Whether the body came from an HTML form; then a person looks at the answer. */
  form: boolean;
  body: unknown;
  requestId: string;
  /** What the API's authorizer has read from a staff token; empty on public routes. */
  claims: Record<string, unknown>;
}

/** Routes that take files have a limit of their own: `form-files.ts`. */
const largestBody = 16 * 1024;

export function readRequest(event: APIGatewayProxyEventV2): Asked {
  const headers = event.headers as Record<string, string>;
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const form = type === "application/x-www-form-urlencoded";
  return {
    routeKey: routeKeyOf(event),
    path: event.rawPath,
    params: decoded(event.pathParameters ?? {}),
    query: (event.queryStringParameters ?? {}) as Record<string, string>,
    headers,
    form,
    body: undefined,
    requestId: event.requestContext.requestId,
    claims: claimsOf(event),
  };
}

/** The route as `shared/contracts/routes.ts` names it: the API has one of any method for those who GET and HEAD. */
export function routeKeyOf({ routeKey, requestContext }: APIGatewayProxyEventV2): string {
  return routeKey.replace(/^ANY /, `${requestContext.http.method} `);
}

function claimsOf({ requestContext }: APIGatewayProxyEventV2): Record<string, unknown> {
  const { authorizer } = requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  return authorizer?.jwt?.claims ?? {};
}

/** Reads the body of a request that may have one, apart from `readRequest` so that a refusal knows what it is for. */
export function readBody(event: APIGatewayProxyEventV2, asked: Asked, largest = largestBody): unknown {
  if (event.requestContext.http.method === "GET" || event.requestContext.http.method === "HEAD")
    return undefined;
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > largest) throw new BodyTooLarge();
  if (asked.form) return fieldsOf(new URLSearchParams(bytes.toString("utf8")));
  const type = asked.headers["content-type"];
  if (isOneClick(asked.routeKey, type)) return { "List-Unsubscribe": "One-Click" };
  if (bytes.length === 0 && !type) return {};
  if (!/^application\/(?:[a-z0-9.+-]*\+)?json\s*(?:;|$)/i.test(type ?? "")) throw new UnsupportedMediaType();
  try {
    return bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new MalformedBody();
  }
}

/**
 * A mail program's one-click unsubscribing, which RFC 8058 wants as multipart. It has one field with one value, and the
 * link says all, so that nothing is parsed.
 */
function isOneClick(routeKey: string, type: string | undefined): boolean {
  return routeKey === "POST /api/unsubscribe/{token}" && /^multipart\/form-data\s*(?:;|$)/i.test(type ?? "");
}

function decoded(params: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value ?? "")]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

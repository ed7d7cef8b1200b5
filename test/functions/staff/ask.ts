import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Reply } from "../../../functions/edge/reply.ts";

/** A function of the API as API Gateway calls it. */
export type Door = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;

/** Asks as a member of the staff: `GET` of a path with its query, with the claims that the authorizer has read. */
export async function askAs(role: string | undefined, door: Door, address: string): Promise<Reply> {
  const url = new URL(address, "http://localhost");
  const query = Object.fromEntries(url.searchParams);
  return callAs({ role }, door, `GET ${url.pathname}`, { query });
}

interface Caller {
  role?: string | undefined;
  /** The user pool's. */
  id?: string;
  /** Further claims of their token. */
  claims?: Record<string, string>;
}

interface Called {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/** Calls a route (`PUT /api/staff/campaigns/{slug}`) as somebody with a role. */
export async function callAs(
  { role, id = `the-${role}`, claims: more }: Caller,
  door: Door,
  routeKey: string,
  { params = {}, query = {}, body }: Called = {},
): Promise<Reply> {
  const [method = "", path = ""] = routeKey.split(" ");
  const claims = { sub: id, ...more, ...(role && { "cognito:groups": `[${role}]` }) };
  const event = {
    routeKey,
    rawPath: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ""),
    headers: body === undefined ? {} : { "content-type": "application/json" },
    pathParameters: params,
    queryStringParameters: query,
    requestContext: { http: { method }, requestId: "r", authorizer: { jwt: { claims, scopes: [] } } },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  return (await door(event as unknown as APIGatewayProxyEventV2, {} as Context)) as Reply;
}

/** What a reply says. */
export function said<Said = Record<string, unknown>>({ body }: Reply): Said {
  return JSON.parse(body ?? "null") as Said;
}

/** The address of the next page, out of the Link header; undefined behind the last. */
export function nextOf({ headers }: Reply): string | undefined {
  return /<([^>]+)>; rel="next"/.exec(String(headers?.link ?? ""))?.[1];
}

import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Reply } from "../../../functions/edge/reply.ts";

/** A function of the API as API Gateway calls it. */
export type Door = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;

/** Asks as a member of the staff: `GET` of a path with its query, with the claims that the authorizer has read. */
export async function askAs(role: string | undefined, door: Door, address: string): Promise<Reply> {
  const url = new URL(address, "http://localhost");
  const claims = { sub: `the-${role}`, ...(role && { "cognito:groups": `[${role}]` }) };
  const event = {
    routeKey: `GET ${url.pathname}`,
    rawPath: url.pathname,
    headers: {},
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { http: { method: "GET" }, requestId: "r", authorizer: { jwt: { claims, scopes: [] } } },
  };
  return (await door(event as unknown as APIGatewayProxyEventV2, {} as Context)) as Reply;
}

/** The address of the next page, out of the Link header; undefined behind the last. */
export function nextOf({ headers }: Reply): string | undefined {
  return /<([^>]+)>; rel="next"/.exec(String(headers?.link ?? ""))?.[1];
}

import type { APIGatewayProxyStructuredResultV2 as Reply } from "aws-lambda";

export type { Reply };

export function json(statusCode: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    statusCode,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

export function html(statusCode: number, body: string, headers: Record<string, string> = {}): Reply {
  return {
    statusCode,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
    body,
  };
}

/** After a form was taken: the browser gets a page by GET, so that loading it again posts nothing again. */
export function seeOther(location: string): Reply {
  return { statusCode: 303, headers: { location, "cache-control": "no-store" }, body: "" };
}

import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { root } from "../paths.ts";

/** As the CDN does when it does not reach the API: its own page, for people in each language. */
export function answerUnreachable(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(502, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(readFileSync(join(root, "web/assets/down.html")));
}

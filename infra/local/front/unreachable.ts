import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { fileHeaders } from "../../building-blocks/cdn-headers.ts";
import { root } from "../paths.ts";

/** As the CDN does when it does not reach the API: its own page, for people in each language. */
export function answerUnreachable(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(502, {
    "content-type": "text/html; charset=utf-8",
    ...fileHeaders,
  });
  response.end(readFileSync(join(root, "web/assets/down.html")));
}

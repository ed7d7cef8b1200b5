import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { fileHeaders } from "../../building-blocks/cdn-headers.ts";
import { root } from "../paths.ts";

/** As the CDN does when it does not reach the API, or its gateway answers by itself: a page for people in each language. */
export function answerUnreachable(response: ServerResponse, status = 502): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    ...fileHeaders,
  });
  response.end(readFileSync(join(root, "web/assets/down.html")));
}

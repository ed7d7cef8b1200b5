import { createHash } from "node:crypto";
import type { Asked } from "./asked.ts";
import type { Reply } from "./reply.ts";

/** An answer with a tag of its content; `304` where the asker has it already. */
export function tagged(asked: Asked, reply: { body: string; headers: Record<string, string> }): Reply {
  const etag = `"${createHash("sha256").update(reply.body).digest("base64url").slice(0, 22)}"`;
  const headers = { ...reply.headers, etag };
  const known = (asked.headers["if-none-match"] ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) ? { statusCode: 304, headers } : { statusCode: 200, headers, body: reply.body };
}

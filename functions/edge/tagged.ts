import { createHash } from "node:crypto";
import type { Asked } from "./asked.ts";
import type { Reply } from "./reply.ts";

/** The entity tag of a content. */
export function tagOf(content: string): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}

/** Whether the asker has what the tag is of already, so that `304` is the answer. */
export function isKnown(asked: Asked, etag: string): boolean {
  const known = (asked.headers["if-none-match"] ?? "").split(",");
  return known.some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** An answer with a tag of its content; `304` where the asker has it already. */
export function tagged(asked: Asked, reply: { body: string; headers: Record<string, string> }): Reply {
  const etag = tagOf(reply.body);
  const headers = { ...reply.headers, etag };
  return isKnown(asked, etag) ? { statusCode: 304, headers } : { statusCode: 200, headers, body: reply.body };
}

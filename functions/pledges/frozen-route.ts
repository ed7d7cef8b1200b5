import { NotFound } from "../../shared/domain/refused.ts";
import { frozenRecordOf } from "../../shared/table/frozen.ts";
import type { Route } from "../edge/chain.ts";
import { knownSignable } from "../edge/known-signable.ts";
import type { Reply } from "../edge/reply.ts";
import type { Reading } from "./read-routes.ts";

/** The record of a closed statement, byte for byte what its digest is over. */
export function frozenRoute({ table, scope }: Reading): Route {
  return {
    async handle(asked): Promise<Reply> {
      const item = await knownSignable(scope, "statement", asked.params.slug);
      if (item.kind !== "statement" || !item.frozen) throw new NotFound();
      const { sha256 } = item.frozen;
      const headers = {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
        "access-control-allow-origin": "*",
        etag: `"${sha256}"`,
      };
      return { statusCode: 200, headers, body: await frozenRecordOf(table, item.scope, sha256) };
    },
  };
}

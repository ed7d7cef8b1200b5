import { isSignable, publishedScopes, type Signable } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { logger } from "../edge/chain.ts";
import { type Allowance, askKept } from "./ask-kept.ts";
import { askNewer } from "./ask-newer.ts";
import { freezeClosed } from "./freeze-closed.ts";

/** Signatures that one run looks at, at most: at one run in five minutes some 12,000 an hour, which mails can follow. */
export const mostInARun = 1_000;

/**
 * What comes up by the clock: asks whether promises were kept and whether signatures hold for a new text, and fixes
 * statements whose closing date has come.
 */
export async function askSweep(
  table: Table,
  { now, most = mostInARun }: { now: Date; most?: number },
): Promise<{ kept: number; newer: number }> {
  const allowance: Allowance = { left: most };
  const asked = { kept: 0, newer: 0 };
  for (const item of await signables(table)) {
    asked.newer += await askNewer(table, item, allowance);
    if (item.kind === "statement") await freezeClosed(table, item, now);
    if (item.kind === "pledge") asked.kept += await askKept(table, item, { now, allowance });
  }
  logger.info("asked signatories", asked);
  return asked;
}

/** A promise is still to be kept when no more are taken: closed ones are asked about too. */
async function signables(table: Table): Promise<Signable[]> {
  const found: Signable[] = [];
  for (const kind of ["pledge", "statement"] as const)
    for (const state of ["published", "closed"] as const) {
      let after: string | undefined;
      do {
        const page = await publishedScopes(table, kind, { after, limit: 100, state });
        found.push(...page.filter(isSignable));
        after = page.length === 100 ? page.at(-1)?.listSk : undefined;
      } while (after);
    }
  return found;
}

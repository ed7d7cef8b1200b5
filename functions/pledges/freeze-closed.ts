import { randomBytes } from "node:crypto";
import { frozenRecord } from "../../shared/domain/frozen-list.ts";
import { textDigest } from "../../shared/domain/text-version.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { freeze } from "../../shared/table/frozen.ts";
import { waitsForReview } from "../../shared/table/review.ts";
import type { Statement } from "../../shared/table/scope.ts";
import { signatoriesOf } from "../../shared/table/signatories.ts";
import type { Table } from "../../shared/table/table.ts";
import { someAreLate } from "./late-signatures.ts";

/** What was confirmed in the last moment is in the counts and lists by then, as a rule; what is not is waited for. */
const graceMs = 60_000;
/** So long whatever came in time is waited for: organizations that nobody has looked at by then are left out. */
const mostWaitMs = 7 * 86_400_000;
const mostShown = 20_000;
/** Lines of those who are not shown; beyond, the record would grow without saying more. */
const mostHidden = 50_000;

/**
 * Fixes a statement whose closing date has come and whose signatures have been looked at, counted and listed: the digest
 * over its texts and its list. False where it is not to be (yet).
 */
export async function freezeClosed(table: Table, statement: Statement, now: Date): Promise<boolean> {
  const { closesAt, frozen, scope, versions } = statement;
  if (frozen || closesAt === null) return false;
  const since = now.getTime() - new Date(closesAt).getTime();
  const mayWait = since < mostWaitMs;
  if (since < graceMs || (mayWait && (await waitsForSome(table, statement)))) return false;
  const [shown, figures] = await Promise.all([
    signatoriesOf(table, scope, { order: "time", most: mostShown }),
    counterOf(table, scope),
  ]);
  const signatures = Math.max(shown.length, figures.actions ?? 0);
  const hidden = Array.from({ length: Math.min(signatures - shown.length, mostHidden) }, () =>
    randomBytes(32).toString("hex"),
  );
  const texts = versions.flatMap((version) => version.texts);
  const record = frozenRecord({ scope, closedAt: closesAt, texts }, shown, hidden);
  return freeze(table, scope, {
    record,
    frozen: { at: closesAt, sha256: textDigest(record), signatures },
  });
}

/** Whether something that came in time is not in list and count yet. Both are read after it has said no. */
async function waitsForSome(table: Table, statement: Statement): Promise<boolean> {
  const { scope } = statement;
  if (await waitsForReview(table, scope)) return true;
  const listed = await signatoriesOf(table, scope, { order: "time", most: mostShown });
  return someAreLate(table, statement, new Set(listed.map(({ id }) => id)));
}

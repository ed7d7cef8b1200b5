import { createHash } from "node:crypto";
import type { TextName } from "./text-version.ts";

/** What is public of one signatory, as far as the digest is over it. */
export interface FrozenSignatory {
  kind: string;
  name: string;
  title?: string | undefined;
  organizationKind?: string | undefined;
  website?: string | undefined;
  country?: string | undefined;
  at: string;
  id: string;
}

/**
 * The line of a signatory in a closed statement's record: the digest of what is public of them, one field a line. Their
 * random id is among it, so that nobody can find out by trying names who stood behind a line once they have withdrawn.
 */
export function signatoryLine(signatory: FrozenSignatory): string {
  const { id, kind, name, title, organizationKind, website, country, at } = signatory;
  const fields = [id, kind, name, title ?? "", organizationKind ?? "", website ?? "", country ?? "", at];
  return createHash("sha256").update(fields.join("\n"), "utf8").digest("hex");
}

/**
 * The record of a closed statement: what it is, its texts' digests, and one line for each signature, sorted. Signatures
 * that are not shown have random lines (`hidden`), so a line without a name says nothing of anybody. The digest of the
 * statement is the SHA-256 of this very text.
 */
export function frozenRecord(
  statement: { scope: string; closedAt: string; texts: readonly TextName[] },
  shown: readonly FrozenSignatory[],
  hidden: readonly string[],
): string {
  const texts = statement.texts.map(({ version, locale, sha256 }) => `text ${version} ${locale} ${sha256}`);
  const signatures = [...shown.map(signatoryLine), ...hidden].map((line) => `signature ${line}`);
  const head = [`statement ${statement.scope}`, `closed ${statement.closedAt}`];
  return `${[...head, ...texts.sort(), ...signatures.sort()].join("\n")}\n`;
}

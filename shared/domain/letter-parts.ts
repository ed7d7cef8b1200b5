/** Which part of a printed letter it is, from 1 on, and the signatories on it, from 1 on; `to` is the last of them. */
export interface LetterPart {
  part: number;
  parts: number;
  from: number;
  to: number;
  total: number;
}

/** Signatories in one document: some eighty sheets of paper, and far below the six megabytes that an answer may have. */
export const inOnePart = 4_000;

/** A part of a letter that `total` signed; undefined where it has none of that number. Nobody signed: one part. Pure. */
export function letterPart(total: number, part: number): LetterPart | undefined {
  const parts = Math.max(1, Math.ceil(total / inOnePart));
  if (part < 1 || part > parts) return undefined;
  const before = (part - 1) * inOnePart;
  return { part, parts, from: before + 1, to: Math.min(total, before + inOnePart), total };
}

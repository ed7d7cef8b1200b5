/** A stretch of text that stayed, came or went from one version to the next. */
export interface DifferencePart {
  change: "same" | "added" | "removed";
  text: string;
}

/** Above this many comparisons the texts are shown one after the other: nobody reads such a difference anyhow. */
const mostCells = 4_000_000;

/**
 * The difference of two texts word by word (longest common subsequence). Pure; joining all that is not `removed` gives
 * `after`, joining all that is not `added` gives `before`.
 */
export function differenceOf(before: string, after: string): DifferencePart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length * b.length > mostCells)
    return joined([
      { change: "removed", text: before },
      { change: "added", text: after },
    ]);
  const common = commonLengths(a, b);
  const parts: DifferencePart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [gone, come] = [a[i], b[j]];
    if (gone !== undefined && gone === come) {
      parts.push({ change: "same", text: gone });
      i += 1;
      j += 1;
    } else if (
      gone !== undefined &&
      (come === undefined || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      parts.push({ change: "removed", text: gone });
      i += 1;
    } else {
      parts.push({ change: "added", text: come ?? "" });
      j += 1;
    }
  }
  return joined(parts);
}

/** Words, each with what stands behind it, so that a changed sentence is one change; together they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

/** For each pair of places, the length of the longest common rest. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j]
          ? lengthAt(rows, i + 1, j + 1) + 1
          : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
    }
  }
  return rows;
}

function lengthAt(rows: readonly Uint32Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const together: DifferencePart[] = [];
  for (const part of parts) {
    const last = together.at(-1);
    if (last?.change === part.change) last.text += part.text;
    else if (part.text !== "") together.push({ ...part });
  }
  return together;
}

/** The round number at or above `n` that an axis ends at: 1, 2 or 5 times a power of ten; at least 2, so that half is whole. */
export function niceTop(n: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  const step = [1, 2, 5, 10].find((times) => times * power >= n) ?? 10;
  return Math.max(2, step * power);
}

/** The path of a line in a square of 100: x over the range, y from below up to `top`. A single point is a dot. */
export function pathOf(
  points: readonly { x: number; y: number }[],
  [first, last]: readonly [number, number],
  top: number,
): string {
  const width = Math.max(1, last - first);
  const path = points
    .map(({ x, y }, i) => {
      const [left, down] = [(100 * (x - first)) / width, 100 - (100 * Math.max(0, y)) / top];
      return `${i === 0 ? "M" : "L"}${round(left)} ${round(down)}`;
    })
    .join("");
  return points.length === 1 ? `${path}h0.01` : path;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

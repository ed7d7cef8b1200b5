/** So many values are kept at most; then all are dropped. */
const mostKept = 500;

/**
 * Answers from memory for so many milliseconds after something was read, so that what many ask at once is read once by each
 * worker. A reading that fails is not kept.
 */
export function keptBriefly<Name, Value>(
  ms: number,
  read: (name: Name) => Promise<Value>,
): (name: Name) => Promise<Value> {
  const kept = new Map<Name, { until: number; value: Promise<Value> }>();
  return (name) => {
    const now = performance.now();
    const known = kept.get(name);
    if (known && known.until > now) return known.value;
    if (kept.size >= mostKept) kept.clear();
    const value = read(name);
    kept.set(name, { until: now + ms, value });
    value.catch(() => kept.delete(name));
    return value;
  };
}

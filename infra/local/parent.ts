/**
 * Calls back once when the process that started this one is gone, a kill -9 included: then this one has another parent.
 * npm itself passes SIGTERM on, but nobody can pass SIGKILL on.
 */
export function whenParentGoes(gone: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 500);
  watch.unref();
}

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keptBriefly } from "../../shared/table/kept-briefly.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

it("reads a name once for as long as it keeps it, and each name for itself", async () => {
  const read: string[] = [];
  const kept = keptBriefly(1_000, async (name: string) => read.push(name));
  expect(await Promise.all([kept("a"), kept("a"), kept("b")])).toEqual([1, 1, 2]);
  vi.advanceTimersByTime(999);
  await kept("a");
  expect(read).toEqual(["a", "b"]);
  vi.advanceTimersByTime(1);
  expect(await kept("a")).toBe(3);
});

it("keeps no failure", async () => {
  let isDown = true;
  const kept = keptBriefly(1_000, async () => {
    if (isDown) throw new Error("down");
    return "read";
  });
  await expect(kept("a")).rejects.toThrow("down");
  isDown = false;
  expect(await kept("a")).toBe("read");
});

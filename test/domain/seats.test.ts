import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offerUntil, partsOf, shardsFor, spread, takenSeats } from "../../shared/domain/seats.ts";

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);

describe("seats over shards", () => {
  it("are as many as the capacity, as even as whole seats can be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (capacity) => {
        const parts = partsOf(capacity, shardsFor(capacity));
        expect(sum(parts)).toBe(capacity);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("keep every taken one when the capacity changes, or refuse the change", () => {
    const shards = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 16 })
      .map((taken) => taken.map((n, shard) => ({ shard, capacity: n, taken: n })));
    fc.assert(
      fc.property(shards, fc.nat(20_000), (standing, capacity) => {
        const parts = spread(capacity, standing);
        expect(parts === undefined).toBe(takenSeats(standing) > capacity);
        if (!parts) return;
        expect(sum(parts)).toBe(capacity);
        standing.forEach(({ taken }, i) => {
          expect(parts[i]).toBeGreaterThanOrEqual(taken);
        });
      }),
    );
  });

  it("are offered for a day, or as the event says, and never into the event", () => {
    const now = new Date("2027-10-01T00:00:00Z");
    const until = (startsAt: string, offerHours?: number) =>
      offerUntil({ startsAt, offerHours }, now).toISOString();
    expect(until("2027-10-21T00:00:00Z")).toBe("2027-10-02T00:00:00.000Z");
    expect(until("2027-10-21T00:00:00Z", 2)).toBe("2027-10-01T02:00:00.000Z");
    expect(until("2027-10-01T05:00:00Z")).toBe("2027-10-01T05:00:00.000Z");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allDueAt, dueAt, earliestReminder, zoneOf } from "../../shared/domain/reminder-times.ts";

const event = { startsAt: "2027-10-21T16:00:00.000Z" };

const localHour = (at: Date, timeZone: string) => {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
  const [hours = 0, minutes = 0] = parts.split(":").map(Number);
  return hours + minutes / 60;
};

const dayOf = (at: Date, timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);

describe("the reminder of the day before", () => {
  it.each([
    ["America/Los_Angeles", "2027-10-20T16:00:00.000Z"],
    ["Europe/Zurich", "2027-10-20T16:00:00.000Z"],
    ["Asia/Kolkata", "2027-10-20T13:30:00.000Z"],
    ["Asia/Tokyo", "2027-10-21T00:00:00.000Z"],
    ["Pacific/Auckland", "2027-10-20T20:00:00.000Z"],
    ["Asia/Kathmandu", "2027-10-20T13:15:00.000Z"],
  ])("is due in %s at %s", (zone, due) => {
    expect(dueAt("day", event, zone).toISOString()).toBe(due);
  });

  it("is due a day before where nobody knows the zone", () => {
    expect(dueAt("day", event).toISOString()).toBe("2027-10-20T16:00:00.000Z");
  });

  it("comes by day, on the day before, everywhere and at any time of year", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2027, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 }),
        (zone, minute) => {
          const startsAt = new Date(minute * 60_000).toISOString();
          const due = dueAt("day", { startsAt }, zone);
          // A clock that changes on that very day may move it by an hour.
          expect(localHour(due, zone)).toBeGreaterThanOrEqual(8);
          expect(localHour(due, zone)).toBeLessThanOrEqual(20);
          const base = new Date(new Date(startsAt).getTime() - 86_400_000);
          expect(dayOf(due, zone)).toBe(dayOf(base, zone));
          expect(allDueAt("day", { startsAt }).map(Number)).toContain(due.getTime());
          expect(new Date(startsAt).getTime() - due.getTime()).toBeLessThanOrEqual(earliestReminder);
        },
      ),
      { numRuns: 100 },
    );
  });
});

it("the reminder of the hour before is due when it is, wherever somebody is", () => {
  expect(dueAt("hour", event, "Asia/Tokyo").toISOString()).toBe("2027-10-21T15:00:00.000Z");
  expect(allDueAt("hour", event)).toHaveLength(1);
});

describe("the time zone that somebody is known to be in", () => {
  const online = { timeZone: "Europe/Zurich" };
  it.each([
    ["the one that their browser told", { timeZone: "Asia/Tokyo", country: "CH" }, online, "Asia/Tokyo"],
    ["the only one of their country", { country: "SN" }, online, "Africa/Dakar"],
    ["none, of a country with several", { country: "US" }, online, undefined],
    ["that of the place to which they go", { country: "US" }, { ...online, place: {} }, "Europe/Zurich"],
    ["none, where nothing is known", {}, online, undefined],
  ])("is %s", (_what, person, of, zone) => {
    expect(zoneOf(person, of)).toBe(zone);
  });
});

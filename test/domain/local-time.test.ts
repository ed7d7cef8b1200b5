import { describe, expect, it } from "vitest";
import { timesOf } from "../../shared/domain/event-times.ts";
import { momentOf } from "../../shared/domain/local-time.ts";
import { isTimeZone } from "../../shared/domain/time-zone.ts";

const now = new Date("2027-01-01T00:00:00Z");

describe("a local time in its place's zone", () => {
  it.each([
    ["2027-10-21T18:00", "Europe/Zurich", "2027-10-21T16:00:00.000Z"],
    ["2027-10-21T18:00", "Asia/Kathmandu", "2027-10-21T12:15:00.000Z"],
    ["2027-10-21T18:00", "Pacific/Chatham", "2027-10-21T04:15:00.000Z"],
    ["2027-10-21T00:30", "Pacific/Kiritimati", "2027-10-20T10:30:00.000Z"],
  ])("%s in %s is %s", (local, zone, moment) => {
    expect(momentOf(local, zone)).toEqual({ moment });
  });

  it("asks where clocks are set forward and it does not exist", () => {
    expect(momentOf("2027-03-28T02:30", "Europe/Zurich")).toEqual({ problem: "time-does-not-exist" });
    expect(momentOf("2027-03-28T02:30", "Europe/Zurich", "later")).toEqual({
      problem: "time-does-not-exist",
    });
  });

  it("asks where clocks are set back and it exists twice, and takes the answer", () => {
    expect(momentOf("2027-10-31T02:30", "Europe/Zurich")).toEqual({ problem: "time-exists-twice" });
    expect(momentOf("2027-10-31T02:30", "Europe/Zurich", "earlier")).toEqual({
      moment: "2027-10-31T00:30:00.000Z",
    });
    expect(momentOf("2027-10-31T02:30", "Europe/Zurich", "later")).toEqual({
      moment: "2027-10-31T01:30:00.000Z",
    });
  });

  it("knows places whose clocks change by half an hour, and those that skipped a day", () => {
    expect(momentOf("2027-04-04T01:45", "Australia/Lord_Howe")).toEqual({ problem: "time-exists-twice" });
    expect(momentOf("2011-12-30T12:00", "Pacific/Apia")).toEqual({ problem: "time-does-not-exist" });
  });

  it("follows places that changed their zone", () => {
    expect(momentOf("2016-04-23T12:00", "Asia/Tomsk")).toEqual({ moment: "2016-04-23T06:00:00.000Z" });
    expect(momentOf("2016-07-23T12:00", "Asia/Tomsk")).toEqual({ moment: "2016-07-23T05:00:00.000Z" });
  });

  it.each(["Mars/Olympus", "+02:00", "", "../etc/passwd", "UTC+1"])("does not know the zone %j", (zone) => {
    expect(momentOf("2027-10-21T18:00", zone)).toEqual({ problem: "unknown-time-zone" });
  });
});

describe("the times of an event", () => {
  const said = { starts: "2027-10-21T18:00", ends: "2027-10-21T20:00", timeZone: "Africa/Dakar" };

  it("are its moments in UTC", () => {
    expect(timesOf(said, now)).toEqual({
      startsAt: "2027-10-21T18:00:00.000Z",
      endsAt: "2027-10-21T20:00:00.000Z",
    });
  });

  it.each([
    [{ ends: "2027-10-21T17:00" }, "/ends", "ends-before-it-starts"],
    [{ ends: "2027-10-21T18:00" }, "/ends", "ends-before-it-starts"],
    [{ starts: "9999-10-21T18:00", ends: "9999-10-21T20:00" }, "/starts", "too-far-ahead"],
    [{ starts: "2026-10-21T18:00", ends: "2026-10-21T20:00" }, "/starts", "in-the-past"],
    [{ ends: "2028-10-21T18:00" }, "/ends", "lasts-too-long"],
    [{ timeZone: "Mars/Olympus" }, "/timeZone", "unknown-time-zone"],
  ])("are refused by field: %o", (change, pointer, reason) => {
    expect(timesOf({ ...said, ...change }, now)).toEqual({ problems: [{ pointer, reason }] });
  });

  it("may end on the day before by the wall clock, if the zone's clock was set back meanwhile", () => {
    const night = { starts: "2027-10-31T02:50", ends: "2027-10-31T02:10", timeZone: "Europe/Zurich" };
    expect(timesOf({ ...night, startsFold: "earlier", endsFold: "later" }, now)).toMatchObject({
      startsAt: "2027-10-31T00:50:00.000Z",
      endsAt: "2027-10-31T01:10:00.000Z",
    });
    expect(timesOf(night, now)).toEqual({
      problems: [
        { pointer: "/startsFold", reason: "time-exists-twice" },
        { pointer: "/endsFold", reason: "time-exists-twice" },
      ],
    });
  });
});

it.each([
  ["Africa/Nairobi", true],
  ["Asia/Calcutta", true],
  ["europe/berlin", true],
  ["Mars/Olympus", false],
  ["+01:00", false],
])("tells of %s the same however often it is asked whether it is a zone", (name, known) => {
  expect([isTimeZone(name), isTimeZone(name)]).toEqual([known, known]);
});

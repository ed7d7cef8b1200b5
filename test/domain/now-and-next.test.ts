import { describe, expect, it } from "vitest";
import { nowAndNext } from "../../shared/domain/now-and-next.ts";

const event = (slug: string, startsAt: string, endsAt: string) => ({ slug, startsAt, endsAt });
const events = [
  event("the-day", "2027-10-21T00:00:00Z", "2027-10-22T00:00:00Z"),
  event("over", "2027-10-21T08:00:00Z", "2027-10-21T09:00:00Z"),
  event("on", "2027-10-21T09:00:00Z", "2027-10-21T12:00:00Z"),
  ...[1, 2, 3, 4].map((n) => event(`next${n}`, `2027-10-21T1${n}:00:00Z`, "2027-10-21T20:00:00Z")),
  event("another-day", "2027-10-23T10:00:00Z", "2027-10-23T12:00:00Z"),
];
const at = (iso: string) => {
  const { now, next } = nowAndNext(events, "the-day", new Date(iso));
  return [now.map(({ slug }) => slug), next.map(({ slug }) => slug)];
};

describe("what is on now and next", () => {
  it("is what has begun and not ended, and the three that begin soonest, without the day itself", () => {
    expect(at("2027-10-21T10:00:00Z")).toEqual([["on"], ["next1", "next2", "next3"]]);
  });

  it("begins with the moment of its beginning and is over with that of its end", () => {
    expect(at("2027-10-21T09:00:00Z")[0]).toEqual(["on"]);
    expect(at("2027-10-21T12:00:00Z")[0]).toEqual(["next1", "next2"]);
  });

  it("is nothing while nothing begins within a day", () => {
    expect(at("2027-10-19T10:00:00Z")).toEqual([[], []]);
    expect(at("2027-10-24T10:00:00Z")).toEqual([[], []]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActionDays, funnelByDay, funnelCells, stepsOf } from "../../shared/domain/funnel.ts";
import { mailFigures, outcomesIn, partsOfMailKey, waitOf } from "../../shared/domain/mail-figures.ts";
import { outlookOf, perDay } from "../../shared/domain/outlook.ts";
import { daysIn, mostDays, periodOf, shifted } from "../../shared/domain/period.ts";
import { quantile } from "../../shared/domain/quantile.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { applicationFigures, seenFigures, signupFigures } from "../../shared/domain/signup-figures.ts";
import { keyOfMail } from "../../shared/mail/owed.ts";

const now = new Date("2027-10-11T12:00:00Z");
const goal = { goal: 1_000, ends: "2027-10-21" };

describe("when a goal will be reached", () => {
  it.each([
    { people: 1_000, rate: 0, says: "reached", on: null },
    { people: 500, rate: 100, says: "at-this-rate", on: "2027-10-16" },
    { people: 500, rate: 10, says: "after-the-end", on: "2027-11-30" },
    { people: 500, rate: 0, says: "not-at-this-rate", on: null },
    { people: 500, rate: -3, says: "not-at-this-rate", on: null },
    { people: 500, rate: 0.001, says: "not-at-this-rate", on: null },
  ])("is said of $people people at $rate a day: $says $on", ({ people, rate, says, on }) => {
    expect(outlookOf({ people, rate, ...goal }, now)).toEqual({ says, on });
  });

  it("is not said where there is no goal", () => {
    expect(outlookOf({ people: 5, goal: null, rate: 5, ends: "2027-10-21" }, now).says).toBe("no-goal");
  });

  it("is taken of the last week, or of less where it began later, and never of less than half a day", () => {
    expect(perDay(70, undefined, now)).toBe(10);
    expect(perDay(70, new Date("2027-10-09T12:00:00Z"), now)).toBe(35);
    expect(perDay(70, new Date("2027-10-11T11:59:00Z"), now)).toBe(140);
  });
});

describe("a period", () => {
  it("is four weeks up to today where nothing is said", () => {
    const period = periodOf({}, now);
    expect(period).toEqual({ from: "2027-09-14", to: "2027-10-11" });
    expect(daysIn(period)).toHaveLength(28);
  });

  it("may be a leap year long, and no longer", () => {
    const to = "2027-10-11";
    expect(daysIn(periodOf({ from: shifted(to, 1 - mostDays), to }, now))).toHaveLength(mostDays);
    expect(() => periodOf({ from: shifted(to, -mostDays), to }, now)).toThrow(InvalidRequest);
    expect(() => periodOf({ from: "2027-10-12", to }, now)).toThrow(InvalidRequest);
  });

  it("has each of its days once, whatever happens to clocks", () => {
    const someDay = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: mostDays - 1 }), (date, length) => {
        const from = date.toISOString().slice(0, 10);
        const days = daysIn({ from, to: shifted(from, length) });
        expect(new Set(days).size).toBe(length + 1);
        expect([...days].sort()).toEqual(days);
      }),
    );
  });
});

describe("what a change adds to a day", () => {
  const pending = { state: "pending", generation: 1, asks: 1, country: "CH", locale: "fr" } as const;

  it("is a signup for the first time and after leaving, by country, language and source", () => {
    const cells = { submitted: 1, "country:CH": 1, "language:fr": 1, "source:unknown": 1 };
    expect(signupFigures(undefined, pending)).toEqual(cells);
    const left = { ...pending, state: "withdrawn" } as const;
    expect(signupFigures(left, { ...pending, generation: 2 })).toEqual(cells);
  });

  it("is nothing for a confirmation, which the tally counts", () => {
    expect(signupFigures(pending, { ...pending, state: "confirmed" })).toEqual({});
  });

  it("is an asking again, a waiting, a leaving, each once", () => {
    expect(signupFigures(pending, { ...pending, asks: 2 })).toEqual({ askedAgain: 1 });
    const waiting = { ...pending, state: "waitlisted" } as const;
    expect(signupFigures(pending, waiting)).toEqual({ waitlisted: 1 });
    expect(signupFigures(waiting, waiting)).toEqual({});
    expect(signupFigures(waiting, { ...waiting, state: "withdrawn" })).toEqual({ withdrawn: 1 });
  });

  it("is so many views of a form, of a language and a source, for each that is told", () => {
    expect(seenFigures({ locale: "sw", source: "newsletter" }, 10)).toEqual({
      seen: 10,
      "language:sw": 10,
      "source:newsletter": 10,
    });
    expect(seenFigures({ locale: "en", source: undefined }, 1)).toMatchObject({ "source:unknown": 1 });
  });

  it("is an application when its address is confirmed, and not again when a question is answered", () => {
    const image = { what: "application", kind: "company", country: "KE" } as const;
    const [unverified, submitted, questioned, approved] = (
      ["unverified", "submitted", "questioned", "approved"] as const
    ).map((state) => ({ ...image, state }));
    if (!submitted || !approved) throw new Error("no such state");
    expect(applicationFigures(unverified, submitted)).toEqual({
      submitted: 1,
      "kind:company": 1,
      "country:KE": 1,
    });
    expect(applicationFigures(questioned, submitted)).toEqual({});
    expect(applicationFigures(submitted, approved)).toEqual({ approved: 1 });
    expect(applicationFigures(unverified, { ...submitted, what: "change" })).toEqual({});
  });
});

describe("the funnel", () => {
  const seen = { seen: 40, "language:fr": 30, "language:sw": 10, "source:website": 40 };
  const signups = { submitted: 3, "language:fr": 3, "country:CH": 3, "source:website": 3 };
  const counted = { actions: 2, "language:fr": 2, "country:CH": 2, "source:website": 2 };

  it("begins with who saw the form, each step on the day on which it came about", () => {
    const book: ActionDays = {
      seen: new Map([["2027-10-10", seen]]),
      signups: new Map([["2027-10-11", signups]]),
      mails: new Map([["2027-10-11", { "confirm:sent": 3, "confirm:delivered": 2 }]]),
      counted: new Map([["2027-10-11T09", counted]]),
    };
    const nothing = stepsOf({});
    expect(funnelByDay(book, ["2027-10-10", "2027-10-11"])).toEqual([
      { ...nothing, day: "2027-10-10", seen: 40 },
      { ...nothing, day: "2027-10-11", submitted: 3, sent: 3, delivered: 2, confirmed: 2 },
    ]);
  });

  it("has cells that were only seen, and says of a country that its views are not known", () => {
    const books = { seen, signups, counted };
    expect(funnelCells("language", books)).toEqual({
      fr: { seen: 30, submitted: 3, confirmed: 2 },
      sw: { seen: 10, submitted: 0, confirmed: 0 },
    });
    expect(funnelCells("country", books)).toEqual({ CH: { seen: null, submitted: 3, confirmed: 2 } });
  });
});

describe("figures of mails", () => {
  it("stand under the action that a mail is about, by kind and outcome", () => {
    const notes = mailFigures([
      { subject: "event.x", kind: "confirm", outcome: "sent", wait: "10s" },
      { subject: "event.x", kind: "confirm", outcome: "sent", wait: "1m" },
      { subject: "member.0123abcd", kind: "member-approved", outcome: "bounced" },
      { subject: "other", kind: "other", outcome: "delivered" },
    ]);
    expect(notes.get("event.x")).toEqual({ "confirm:sent": 2, "wait:10s": 1, "wait:1m": 1 });
    expect(outcomesIn(notes.get("event.x") ?? {})).toMatchObject({ sent: 2, delivered: 0 });
    expect([...notes.keys()]).toEqual(["event.x", "members", "other"]);
  });

  it("are found again by the key that a mail was sent under", () => {
    const mail = { person: "A".repeat(24), subject: "event.a-b", kind: "confirm", occurrence: 3 } as const;
    const key = keyOfMail({ ...mail, owedAt: now.toISOString() });
    expect(partsOfMailKey(key)).toEqual({ subject: "event.a-b", kind: "confirm" });
    expect(partsOfMailKey(undefined)).toEqual({ subject: "other", kind: "other" });
  });

  it("say how long a mail had been owed", () => {
    const owed = (seconds: number) => waitOf(new Date(now.getTime() - seconds * 1000).toISOString(), now);
    expect([3, 10, 11, 600, 3_000, 90_000].map(owed)).toEqual(["10s", "10s", "1m", "10m", "1h", "longer"]);
  });
});

it("gives the value that a share of all does not exceed", () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(quantile([4], 0.9)).toBe(4);
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.9)).toBe(9);
  expect(quantile([30, 10, 20], 0.5)).toBe(20);
});

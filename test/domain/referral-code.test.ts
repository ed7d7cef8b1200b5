import fc from "fast-check";
import { expect, it } from "vitest";
import { personHash } from "../../shared/domain/person-hash.ts";
import { readReferralCode, referralCode } from "../../shared/domain/referral-code.ts";
import { referralCounts } from "../../shared/domain/signature.ts";

const secret = "s".repeat(43);
const person = personHash("ann@example.org", "k".repeat(43));
const scope = "pledge.make-the-switch";

it("reads back whom a code stands for, and makes the same code each time", () => {
  const code = referralCode(person, scope, secret);
  expect(readReferralCode(code, scope, secret)).toBe(person);
  expect(referralCode(person, scope, secret)).toBe(code);
});

it("refuses a code of another action, of another secret, or of our making not at all", () => {
  const code = referralCode(person, scope, secret);
  expect(readReferralCode(code, "pledge.other", secret)).toBeUndefined();
  expect(readReferralCode(code, scope, "t".repeat(43))).toBeUndefined();
  fc.assert(
    fc.property(fc.nat({ max: code.length - 1 }), fc.constantFrom(..."ABCabc019-_"), (at, letter) => {
      fc.pre(code[at] !== letter);
      const changed = code.slice(0, at) + letter + code.slice(at + 1);
      expect(readReferralCode(changed, scope, secret)).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => readReferralCode(text, scope, secret) === undefined));
});

it("shows nothing of the person, and nothing common to two actions", () => {
  const one = referralCode(person, "pledge.one", secret);
  const two = referralCode(person, "pledge.two", secret);
  expect(one).not.toContain(person.slice(0, 8));
  expect(one.slice(0, 8)).not.toBe(two.slice(0, 8));
  expect(one.slice(-8)).not.toBe(two.slice(-8));
});

it("counts neither oneself nor anybody in a circle, whoever signs through whom in whatever order", () => {
  const people = ["a", "b", "c", "d"];
  const edges = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      edges,
      (days, pairs) => {
        const signedAt = Object.fromEntries(people.map((one, i) => [one, `2027-01-0${(days[i] ?? 0) + 1}`]));
        const counted = pairs.filter(([referrer, referred]) =>
          referralCounts({ referrer, since: signedAt[referrer] ?? "" }, referred, signedAt[referred] ?? ""),
        );
        for (const start of people) {
          let reached = new Set([start]);
          for (let step = 0; step < people.length; step++) {
            reached = new Set(counted.filter(([from]) => reached.has(from)).map(([, to]) => to));
            expect(reached.has(start)).toBe(false);
          }
        }
      },
    ),
  );
});

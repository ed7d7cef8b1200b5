import fc from "fast-check";
import { expect, it } from "vitest";
import { counts } from "../../../shared/domain/participation-states.ts";
import { Refused } from "../../../shared/domain/refused.ts";
import { participationOf } from "../../../shared/table/participation.ts";
import { referredBy } from "../../../shared/table/referred.ts";
import { signatoriesOf } from "../../../shared/table/signatories.ts";
import { signingDesk } from "./signing.ts";

const scope = "pledge.make-the-switch";
const emails = ["ann@example.org", "bea@example.org", "col@example.org"];

const step = fc.oneof(
  fc.record({
    do: fc.constantFrom("sign", "confirm", "withdraw", "keep", "not-yet", "cannot", "renew"),
    who: fc.nat(2),
    by: fc.nat(2),
  }),
  fc.record({ do: fc.constantFrom("publish", "ask", "settle", "wait"), who: fc.nat(2), by: fc.nat(2) }),
);

type Desk = Awaited<ReturnType<typeof signingDesk>>;

async function take(
  desk: Desk,
  { do: what, who, by }: { do: string; who: number; by: number },
): Promise<unknown> {
  const email = emails[who] ?? "";
  switch (what) {
    case "sign": {
      const link = (await desk.show(scope, emails[by] ?? "").catch(() => undefined))?.signature?.shareUrl;
      const referral = link ? new URL(String(link)).searchParams.get("ref") : undefined;
      return desk.sign(scope, { email, name: `N${who}`, display: "name", ...(referral && { referral }) });
    }
    case "confirm":
      return desk.confirm(scope, email);
    case "publish":
      return desk.publish(scope, `Text of ${by} and ${Math.random()}`);
    case "ask":
      return desk.ask();
    case "settle":
      return desk.settle();
    case "wait":
      return desk.later(1);
    default:
      return desk.manage(scope, email, what);
  }
}

it("keeps counts, lists and referrals equal to what the items say, whatever happens in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const desk = await signingDesk();
      for (const one of steps)
        await take(desk, one).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
        });
      await desk.settle();
      const items = (
        await Promise.all(emails.map((email) => participationOf(desk.table, desk.hashOf(email), scope)))
      ).filter((item) => item !== undefined);
      const standing = items.filter(({ state }) => counts(state));
      const figures = await desk.figures(scope);
      expect({
        actions: figures.actions ?? 0,
        people: figures.people ?? 0,
        kept: figures.kept ?? 0,
        referred: figures.referred ?? 0,
      }).toEqual({
        actions: standing.length,
        people: standing.length,
        kept: standing.filter(({ state }) => state === "kept").length,
        referred: standing.filter(({ signature }) => signature?.referral).length,
      });
      for (const { person } of items)
        expect(await referredBy(desk.table, person, scope)).toBe(
          standing.filter(({ signature }) => signature?.referral?.referrer === person).length,
        );
      const shown = await signatoriesOf(desk.table, scope, { order: "name", most: 100 });
      expect(shown.map(({ name }) => name)).toEqual(
        emails.flatMap((email, i) =>
          standing.some(({ person }) => person === desk.hashOf(email)) ? [`N${i}`] : [],
        ),
      );
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);

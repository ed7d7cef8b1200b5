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
      const { alone } = await desk.counts(scope);
      expect(alone, "the public is told the same").toMatchObject({
        ...{ people: standing.length, actions: standing.length },
        kept: standing.filter(({ state }) => state === "kept").length,
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

const statement = "statement.2027";
const organization = {
  ...{ organization: "Rights Now", kind: "civil-society", website: "https://rights-now.org" },
} as const;

const statementStep = fc.record({
  do: fc.constantFrom(
    ...(["sign", "confirm", "withdraw", "renew", "prove", "approve", "decline"] as const),
    ...(["publish", "close", "open", "ask", "settle", "wait", "cancel", "reinstate"] as const),
  ),
  who: fc.nat(2),
});

/** The last of the three signs for an organization, the others as experts who are shown. */
async function takeStatement(desk: Desk, { do: what, who }: { do: string; who: number }): Promise<unknown> {
  const email = emails[who] ?? "";
  const params = { slug: "2027" };
  switch (what) {
    case "sign":
      return desk.sign(statement, {
        email,
        ...(who === 2 ? organization : { name: `N${who}`, display: "name" }),
      });
    case "confirm":
      return desk.confirm(statement, email);
    case "publish":
      return desk.publish(statement, `Text ${Math.random()}`);
    case "close":
    case "open":
      return desk.staff("POST /api/staff/statements/{slug}/closing", params, {
        closesAt: what === "open" ? null : "2027-01-01T00:00:00Z",
        reason: "Tried.",
      });
    case "cancel":
    case "reinstate": {
      const reason = { reason: "Tried." };
      return desk.staff("POST /api/staff/statements/{slug}/{verb}", { ...params, verb: what }, reason);
    }
    case "ask":
      return desk.ask();
    case "settle":
      return desk.settle();
    case "wait":
      return desk.later(1);
    case "approve":
    case "decline": {
      const { items = [] } = await desk.staff("GET /api/staff/signatures");
      const signature = String(items[0]?.signature);
      const decision = what === "approve" ? "approved" : "declined";
      return desk.staff("POST /api/staff/signatures/{signature}/decision", { signature }, { decision });
    }
    default:
      return desk.manage(statement, email, what);
  }
}

it("keeps a statement's counts and list equal to what the items say, reviews and closing included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(statementStep, { minLength: 8, maxLength: 35 }), async (steps) => {
      const desk = await signingDesk();
      for (const one of steps)
        await takeStatement(desk, one).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
        });
      await desk.settle();
      const found = await Promise.all(
        emails.map((email) => participationOf(desk.table, desk.hashOf(email), statement)),
      );
      const stands = found.map((item) => item !== undefined && counts(item.state));
      const { actions = 0, people = 0, organizations = 0 } = await desk.figures(statement);
      expect({ actions, people, organizations }).toEqual({
        actions: stands.filter(Boolean).length,
        people: stands.slice(0, 2).filter(Boolean).length,
        organizations: stands[2] ? 1 : 0,
      });
      const shown = await signatoriesOf(desk.table, statement, { order: "name", most: 100 });
      const names = [stands[2] && "Rights Now", stands[0] && "N0", stands[1] && "N1"];
      expect(shown.map(({ name }) => name)).toEqual(names.filter(Boolean));
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);

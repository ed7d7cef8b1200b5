import { beforeEach, describe, expect, it } from "vitest";
import type { Linked } from "../../../functions/membership/linked.ts";
import { doStatementVerb, statementsFor } from "../../../functions/membership/statements.ts";
import { memberKey } from "../../../shared/table/keys.ts";
import { Member, memberOf } from "../../../shared/table/member.ts";
import { changeMembers } from "../../../shared/table/member-change.ts";
import { signatoriesOf } from "../../../shared/table/signatories.ts";
import { withLogos } from "../../../shared/table/signatory-logos.ts";
import { signingDesk } from "./signing.ts";

const statement = "statement.2027";
const now = new Date("2027-03-01T12:00:00Z");
const id = "0123456789abcdef0123";

const member = Member.parse({
  ...memberKey(id),
  ...{ entity: "member", id, what: "application", kind: "civil-society", name: "Rights Now" },
  ...{ website: "https://rights-now.org/", country: "KE", principles: "1", locale: "en" },
  consent: { listed: true, text: "1", locale: "en", at: now.toISOString() },
  ...{ contacts: ["a"], strength: "strong", proofs: [], state: "approved", version: 1 },
  ...{ asks: 1, asksToday: 1, askedOn: "", createdAt: now.toISOString(), changedAt: now.toISOString() },
});

let desk: Awaited<ReturnType<typeof signingDesk>>;
beforeEach(async () => {
  desk = await signingDesk();
});

const standing = (changes: Partial<Member> = {}) => ({ member: { ...member, ...changes } }) as Linked;
const does = (verb: "sign" | "unsign", more = {}, who = standing()) =>
  doStatementVerb(desk.table, { standing: who, verb, typed: { statement: "2027", ...more } }, now);

describe("a member, by its own link", () => {
  it("signs a statement without another review, once whoever presses, and counts as no person", async () => {
    await Promise.all([does("sign", { version: 1 }), does("sign", { version: "1", textLocale: "ar" })]);
    await does("sign");
    await desk.settle();
    const figures = await desk.figures(statement);
    expect(figures).toMatchObject({ actions: 1, organizations: 1 });
    expect(figures.people ?? 0).toBe(0);
    const list = await signatoriesOf(desk.table, statement, { order: "name", most: 9 });
    expect(list).toMatchObject([{ kind: "organization", name: "Rights Now", country: "KE" }]);
    expect(desk.owed(), "no mail goes to nobody").toEqual([]);
    const shown = await statementsFor(desk.table, standing(), { locale: "en", now });
    expect(shown).toMatchObject([{ slug: "2027", signed: true }]);
  });

  it("takes its signature back and may sign again", async () => {
    await does("sign");
    await does("unsign");
    await does("unsign");
    await desk.settle();
    expect(await signatoriesOf(desk.table, statement, { order: "name", most: 9 })).toEqual([]);
    expect((await desk.figures(statement)).actions ?? 0).toBe(0);
    await does("sign");
    await desk.settle();
    expect((await desk.figures(statement)).actions).toBe(1);
  });

  it("is shown with the logo that stands beside its name now, and with none once it took it back or left", async () => {
    const logo = { path: `member.${id}/a.png`, width: 90, height: 30 };
    const stored = async (changes: Partial<Member>) => {
      const before = await memberOf(desk.table, id);
      const after = { ...member, version: (before?.version ?? 1) + 1, ...changes };
      expect(await changeMembers(desk.table, [{ before, after }])).toBe("done");
    };
    const shown = async () => {
      const list = await signatoriesOf(desk.table, statement, { order: "name", most: 9 });
      return (await withLogos(desk.table, list)).map(({ name, logo: beside }) => [name, beside?.url]);
    };
    await does("sign");
    await desk.settle();
    const agreed = { ...member.consent, logo: true };
    await stored({ logo, consent: agreed });
    expect(await shown()).toEqual([["Rights Now", `/pictures/${logo.path}`]]);
    await stored({ logo, consent: { ...agreed, logo: false } });
    expect(await shown()).toEqual([["Rights Now", undefined]]);
    await stored({ logo, consent: agreed, state: "left" });
    expect(await shown()).toEqual([["Rights Now", undefined]]);
  });

  it("is not who has left, waits for review, or signs for themselves", async () => {
    for (const changes of [{ state: "left" }, { state: "submitted" }, { kind: "expert" }] as const)
      await expect(does("sign", {}, standing(changes))).rejects.toMatchObject({ word: "not-a-member" });
  });

  it("is told when the text has changed since it was shown", async () => {
    await desk.publish(statement, "Another text.");
    await expect(does("sign", { version: 1 })).rejects.toMatchObject({ word: "text-changed" });
  });
});

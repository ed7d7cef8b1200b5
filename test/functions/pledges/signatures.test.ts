import { beforeEach, describe, expect, it } from "vitest";
import { followBatch } from "../../../functions/pledges/follow-batch.ts";
import type { ActionScope, CampaignScope } from "../../../shared/domain/scope.ts";
import { confirmPending } from "../../../shared/table/participation.ts";
import { scopeDetails } from "../../../shared/table/scope.ts";
import { signatoriesOf } from "../../../shared/table/signatories.ts";
import { messagesOf } from "../../stack/messages.ts";
import { signingDesk } from "./signing.ts";

const pledge = "pledge.make-the-switch";
const statement = "statement.2027";
let desk: Awaited<ReturnType<typeof signingDesk>>;
beforeEach(async () => {
  desk = await signingDesk();
});

const people = () => signatoriesOf(desk.table, statement, { order: "name", most: 100 });
const referralOf = (answer: { signature?: Record<string, unknown> }) =>
  new URL(String(answer.signature?.shareUrl)).searchParams.get("ref") ?? "";
const fieldError = (pointer: string, reason: string) =>
  expect.objectContaining({ problems: [expect.objectContaining({ pointer, reason })] });

describe("signing a pledge", () => {
  it("counts once confirmed, names the text that was signed, and shows nobody by default", async () => {
    const answer = await desk.sign(pledge, {
      email: "ann@example.org",
      name: "Ann",
      version: 1,
      textLocale: "ar",
    });
    expect(answer).toEqual({ status: "check-your-mail" });
    await desk.settle();
    expect((await desk.figures(pledge)).actions ?? 0).toBe(0);
    const confirmed = await desk.confirm(pledge, "ann@example.org");
    expect(confirmed).toMatchObject({ state: "confirmed", signature: { version: 1, locale: "ar" } });
    expect(confirmed.signature?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(confirmed.signature?.shown).toBeUndefined();
    await desk.settle();
    expect(await desk.figures(pledge)).toMatchObject({ actions: 1, people: 1 });
    expect(desk.owed().map(({ kind }) => kind)).toEqual(["confirm", "registered"]);
  });

  it("is one signature whatever the spelling of the address, and however often and at once it is done", async () => {
    await Promise.all(
      ["Ann@Example.ORG", "ann@example.org", " ANN@example.org"].map((email) => desk.sign(pledge, { email })),
    );
    await Promise.all([1, 2, 3].map(() => desk.confirm(pledge, "ann@example.org")));
    await desk.settle();
    expect(await desk.figures(pledge)).toMatchObject({ actions: 1, people: 1 });
  });

  it.each([
    ["an unknown version", { version: 7 }, "/version", "unknown-version"],
    ["a language the text is not in", { textLocale: "fr" }, "/textLocale", "text-not-in-this-language"],
    ["a comment with control characters", { comment: "a\u0000b" }, "/comment", "control-characters"],
    ["a comment that turns the line around", { comment: "a\u202eb" }, "/comment", "control-characters"],
    ["a comment of 5,000 letters", { comment: "c".repeat(5_000) }, "/comment", "too-long"],
    ["a referral code that does not exist", { referral: "A".repeat(40) }, "/referral", "unknown-referral"],
    ["a name to be shown that is not given", { display: "name" }, "/name", "name-to-show-required"],
    ["a way of being shown that there is not", { display: "loud" }, "/display", "not-one-of-the-choices"],
  ])("refuses %s, naming the field", async (_what, more, pointer, reason) => {
    await expect(desk.sign(pledge, { email: "ann@example.org", ...more })).rejects.toEqual(
      fieldError(pointer, reason),
    );
  });

  it("says that the text has changed to whoever saw an older one", async () => {
    await desk.publish(pledge, "Another promise.");
    await expect(desk.sign(pledge, { email: "a@example.org", version: 1 })).rejects.toMatchObject({
      word: "text-changed",
    });
    await desk.sign(pledge, { email: "a@example.org", version: 2 });
    expect((await desk.confirm(pledge, "a@example.org")).signature).toMatchObject({ version: 2 });
  });

  it("takes nobody in once it has closed, nor what was not confirmed by then", async () => {
    await desk.sign(pledge, { email: "late@example.org" });
    const closing = { closesAt: "2027-01-01T00:00:00Z", reason: "It was a trial." };
    await desk.staff("POST /api/staff/pledges/{slug}/closing", { slug: "make-the-switch" }, closing);
    desk.later(0.01);
    const closed = { word: "action-closed" };
    await expect(desk.sign(pledge, { email: "a@example.org" })).rejects.toMatchObject(closed);
    await expect(desk.confirm(pledge, "late@example.org")).rejects.toMatchObject(closed);
  });

  it("takes nobody in before it is published", async () => {
    const made = { title: { en: "New" }, summary: { en: "S" }, campaign: "global-encryption-day-2027" };
    await desk.staff("POST /api/staff/pledges", {}, { ...made, slug: "new-one" });
    await expect(desk.sign("pledge.new-one", { email: "a@example.org" })).rejects.toMatchObject({
      word: "unknown-scope",
    });
  });

  it("knows no pledge of another name", async () => {
    await expect(desk.sign("pledge.nothing", { email: "a@example.org" })).rejects.toMatchObject({
      word: "unknown-scope",
    });
  });
});

describe("the page of the link to confirm", () => {
  const shown = { email: "ann@example.org", name: "Ann Example", display: "name", comment: "At last." };

  it("says what is signed and what will be public with it, then thanks with one's own link", async () => {
    await desk.sign(pledge, shown);
    const asking = await desk.page(pledge, shown.email, "confirm");
    for (const said of [shown.name, shown.comment, "I will move at least one of my conversations"])
      expect(asking).toContain(said);
    await desk.confirm(pledge, shown.email);
    const thanking = await desk.page(pledge, shown.email, "confirm");
    expect(thanking).toMatch(/value="http:\/\/localhost:3000\/pledges\/make-the-switch\?ref=[\w-]+"/);
    expect(thanking).not.toContain(shown.comment);
  });

  it("thanks by one look into the table, beside its action", async () => {
    await desk.sign(pledge, shown);
    await desk.confirm(pledge, shown.email);
    const page = await desk.page(pledge, shown.email, "confirm");
    const asked: unknown[] = [];
    desk.table.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          const { Key } = args.input as { Key?: { sk?: { S?: string } } };
          if (Key?.sk?.S !== "DETAILS") asked.push(commandName);
          return next(args);
        },
      { step: "initialize" },
    );
    expect(await desk.page(pledge, shown.email, "confirm")).toBe(page);
    // The desk itself looks the participation up, to make the link.
    expect(asked).toEqual(["GetItemCommand", "BatchGetItemCommand"]);
  });
});

describe("referrals", () => {
  it("count who confirmed through one's link, and neither oneself nor a circle", async () => {
    await desk.sign(pledge, { email: "ann@example.org" });
    const ann = referralOf(await desk.confirm(pledge, "ann@example.org"));
    desk.later(1);
    await desk.sign(pledge, { email: "bea@example.org", referral: ann });
    const bea = referralOf(await desk.confirm(pledge, "bea@example.org"));
    await desk.settle();
    expect((await desk.show(pledge, "ann@example.org")).signature).toMatchObject({ referred: 1 });

    desk.later(1);
    await desk.manage(pledge, "ann@example.org", "withdraw");
    await desk.sign(pledge, { email: "ann@example.org", referral: bea });
    await desk.confirm(pledge, "ann@example.org");
    await desk.manage(pledge, "bea@example.org", "withdraw");
    await desk.sign(pledge, { email: "bea@example.org", referral: bea });
    await desk.settle();
    expect((await desk.figures(pledge)).referred ?? 0, "a circle, and a withdrawn one").toBe(0);
    expect((await desk.show(pledge, "ann@example.org")).signature).toMatchObject({ referred: 0 });
  });
});

describe("two workers that follow the same signature at once", () => {
  it("leave it as it stands at last, though the slower one had read it before it was withdrawn", async () => {
    await desk.sign(pledge, { email: "ann@example.org" });
    const ann = referralOf(await desk.confirm(pledge, "ann@example.org"));
    desk.later(1);
    await desk.sign(pledge, { email: "bea@example.org", referral: ann });
    await desk.confirm(pledge, "bea@example.org");
    const { table, hashOf } = desk;
    const following = { table, scope: (of: ActionScope | CampaignScope) => scopeDetails(table, of) };
    const change = {
      person: hashOf("bea@example.org"),
      scope: pledge,
      referrers: [hashOf("ann@example.org")],
    };
    let overtaken = false;
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const { Item } = args.input as { Item?: { entity?: { S?: string } } };
        if (Item?.entity?.S === "referred" && !overtaken) {
          overtaken = true;
          await desk.manage(pledge, "bea@example.org", "withdraw");
          await followBatch(following, messagesOf([change]));
        }
        return next(args);
      },
      { step: "initialize", name: "overtaken" },
    );
    expect(await followBatch(following, messagesOf([change]))).toEqual({ batchItemFailures: [] });
    expect(overtaken).toBe(true);
    expect((await desk.show(pledge, "ann@example.org")).signature).toMatchObject({ referred: 0 });
  });
});

describe("was it kept?", () => {
  it("is asked once, and once more, and never again", async () => {
    await desk.sign(pledge, { email: "ann@example.org" });
    await desk.confirm(pledge, "ann@example.org");
    expect((await desk.ask()).kept).toBe(0);
    desk.later(29);
    expect((await desk.ask()).kept).toBe(0);
    desk.later(1.1);
    expect((await desk.ask()).kept).toBe(1);
    expect((await desk.ask()).kept).toBe(0);
    desk.later(29);
    expect((await desk.ask()).kept).toBe(0);
    desk.later(1.1);
    expect((await desk.ask()).kept).toBe(1);
    desk.later(400);
    expect((await desk.ask()).kept).toBe(0);
    await desk.settle();
    expect(desk.owed().filter(({ kind }) => kind === "kept-question")).toHaveLength(2);
  });

  it("is not asked of who answered, and counts what they say last", async () => {
    await desk.sign(pledge, { email: "ann@example.org" });
    await desk.confirm(pledge, "ann@example.org");
    expect(await desk.manage(pledge, "ann@example.org", "keep")).toMatchObject({ state: "kept" });
    expect(await desk.manage(pledge, "ann@example.org", "keep")).toMatchObject({ state: "kept" });
    desk.later(100);
    expect((await desk.ask()).kept).toBe(0);
    await desk.settle();
    expect(await desk.figures(pledge)).toMatchObject({ actions: 1, kept: 1 });
    expect(await desk.manage(pledge, "ann@example.org", "cannot")).toMatchObject({ state: "confirmed" });
    await desk.settle();
    expect((await desk.figures(pledge)).kept).toBe(0);
  });

  it("stands in the counts of the pledge, beside how many promised, and in those of nothing else", async () => {
    for (const email of ["ann@example.org", "bea@example.org"]) {
      await desk.sign(pledge, { email });
      await desk.confirm(pledge, email);
    }
    await desk.manage(pledge, "ann@example.org", "keep");
    await desk.settle();
    const { alone, among } = await desk.counts(pledge);
    expect(alone).toMatchObject({ actions: 2, kept: 1 });
    expect(among).toMatchObject({ actions: 2, kept: 1 });
    expect((await desk.counts(statement)).alone).not.toHaveProperty("kept");
  });

  it("is put in portions, to everybody in the end", async () => {
    const emails = Array.from({ length: 7 }, (_, i) => `person-${i}@example.org`);
    for (const email of emails) {
      await desk.sign(pledge, { email });
      await desk.confirm(pledge, email);
    }
    desk.later(31);
    let asked = 0;
    for (let run = 0; run < 4; run++) asked += (await desk.ask(2)).kept;
    expect(asked).toBe(7);
  });
});

describe("a new version", () => {
  it("asks who signed the old one, early or late, whether it still holds; a signature names what it is to", async () => {
    await desk.sign(statement, { email: "early@example.org" });
    await desk.confirm(statement, "early@example.org");
    await desk.sign(statement, { email: "late@example.org" });
    await desk.publish(statement, "A better text.");
    expect((await desk.ask()).newer).toBe(1);
    await desk.confirm(statement, "late@example.org");
    await desk.settle();
    expect((await desk.ask()).newer, "nobody is asked twice").toBe(0);
    const asked = desk.owed().filter(({ kind }) => kind === "text-changed");
    expect(asked.map(({ person }) => person).sort()).toEqual(
      [desk.hashOf("early@example.org"), desk.hashOf("late@example.org")].sort(),
    );
    const early = await desk.show(statement, "early@example.org");
    expect(early).toMatchObject({ signature: { version: 1 }, verbs: expect.arrayContaining(["renew"]) });
    await expect(desk.manage(statement, "early@example.org", "renew", { version: 1 })).rejects.toMatchObject({
      word: "text-changed",
    });
    const renewed = await desk.manage(statement, "early@example.org", "renew", { version: 2 });
    expect(renewed).toMatchObject({ state: "confirmed", signature: { version: 2 } });
    expect(renewed.verbs).not.toContain("renew");
  });
});

describe("who is shown", () => {
  it("is who chose so, in the order that is asked for, until they withdraw", async () => {
    const wanted = [
      { email: "zoe@example.org", name: "Zoe Last", display: "name", title: "Cryptographer" },
      { email: "ann@example.org", name: "Ann First", display: "initials" },
      { email: "hid@example.org", name: "Hidden Person" },
    ];
    for (const body of wanted) {
      await desk.sign(statement, body);
      await desk.confirm(statement, body.email);
    }
    await desk.settle();
    expect((await people()).map(({ name }) => name)).toEqual(["A. F.", "Zoe Last"]);
    await desk.manage(statement, "zoe@example.org", "withdraw");
    await desk.settle();
    expect((await people()).map(({ name }) => name)).toEqual(["A. F."]);
    expect((await desk.figures(statement)).actions).toBe(2);
  });

  it("cannot be changed by somebody else who knows the address", async () => {
    await desk.sign(statement, { email: "ann@example.org", name: "Ann First", display: "name" });
    await desk.confirm(statement, "ann@example.org");
    await desk.sign(statement, { email: "ann@example.org", name: "Rude Word", display: "name" });
    await desk.settle();
    expect((await people()).map(({ name }) => name)).toEqual(["Ann First"]);
  });
});

describe("an organization", () => {
  it("is neither counted nor shown before it was looked at", async () => {
    const body = {
      email: "director@rights.example",
      name: "Dina Director",
      organization: "Rights Now",
      kind: "civil-society",
      website: "rights.example",
      country: "KE",
    };
    await desk.sign(statement, body);
    const held = await desk.confirm(statement, body.email);
    expect(held).toMatchObject({ state: "held" });
    expect(await desk.confirm(statement, body.email)).toMatchObject({ state: "held" });
    await desk.settle();
    expect(await people()).toEqual([]);
    expect((await desk.figures(statement)).actions ?? 0).toBe(0);
  });

  it("is held though it came in the place of a person's signature that was just being confirmed", async () => {
    const body = {
      email: "d@rights.example",
      organization: "Rights Now",
      kind: "other",
      website: "rights.example",
    };
    await desk.sign(statement, body);
    const confirming = { person: desk.hashOf(body.email), scope: statement, generation: 1 } as const;
    expect(await confirmPending(desk.table, confirming, new Date("2027-03-01T12:00:00Z"))).toMatchObject({
      stands: { state: "pending" },
    });
    expect(await desk.confirm(statement, body.email)).toMatchObject({ state: "held" });
  });

  it("says what it is and where its website is", async () => {
    await expect(
      desk.sign(statement, { email: "d@rights.example", organization: "Rights Now", kind: "other" }),
    ).rejects.toEqual(fieldError("/website", "required"));
  });
});

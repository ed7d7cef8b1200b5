import { beforeEach, describe, expect, it } from "vitest";
import type { Linked } from "../../../functions/membership/linked.ts";
import { doStatementVerb, statementsFor } from "../../../functions/membership/statements.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { isSignable, scopeDetails } from "../../../shared/table/scope.ts";
import { readSignablePage } from "../../../shared/table/signable-page.ts";
import { textsOf } from "../../../shared/table/text.ts";
import { signingDesk } from "./signing.ts";

const statement = "statement.2027";
const pledge = "pledge.make-the-switch";
const slug = { slug: "2027" };
const because = { reason: "Its text names somebody wrongly." };
let desk: Awaited<ReturnType<typeof signingDesk>>;
beforeEach(async () => {
  desk = await signingDesk();
});

const turn = (verb: string, body: object = because, of = slug) =>
  desk.staff("POST /api/staff/statements/{slug}/{verb}", { ...of, verb }, body);
const listed = async () => {
  const { items } = JSON.parse(await desk.read("GET /api/statements", {}));
  return items.map((item: { slug: string }) => item.slug);
};
const named = async () => JSON.parse(await desk.read("GET /api/statements/{slug}/signatories", slug)).items;
const page = async () => {
  const item = await scopeDetails(desk.table, statement);
  if (!isSignable(item)) throw new Error("it has gone");
  const seen = {
    locale: "en",
    origin: "http://localhost:3000",
    now: new Date("2027-03-01T12:00:00Z"),
  } as const;
  return readSignablePage(desk.table, item, seen);
};

async function signedByAnn() {
  await desk.sign(statement, { email: "ann@example.org", name: "Ann First", display: "name" });
  await desk.confirm(statement, "ann@example.org");
  await desk.settle();
}

describe("a statement that the staff withdraw", () => {
  it("takes nobody in, leaves the lists, names nobody, and can still be read by who signed it", async () => {
    await signedByAnn();
    await desk.sign(statement, { email: "late@example.org" });
    expect(await listed()).toContain("2027");
    expect(await turn("cancel")).toMatchObject({ state: "cancelled" });
    expect(await turn("cancel"), "twice is as once").toMatchObject({ state: "cancelled" });
    const cancelled = { word: "action-cancelled" };
    await expect(desk.sign(statement, { email: "bob@example.org" })).rejects.toMatchObject(cancelled);
    await expect(desk.confirm(statement, "late@example.org")).rejects.toMatchObject(cancelled);
    expect(await listed()).not.toContain("2027");
    expect(await named()).toEqual([]);
    expect(await desk.read("GET /api/statements/{slug}/signatories", slug, { format: "csv" })).not.toContain(
      "Ann",
    );
    expect(await page()).not.toHaveProperty("signatories");
    expect(JSON.parse(await desk.read("GET /api/statements/{slug}", slug))).toMatchObject({
      status: "cancelled",
    });
    const hers = await desk.page(statement, "ann@example.org");
    expect(hers).toContain("We have withdrawn it");
    expect(hers, "nothing that is withdrawn is shared").not.toContain("share-link");
    expect(await desk.manage(statement, "ann@example.org", "withdraw")).toMatchObject({ state: "withdrawn" });
    expect((await actsOn(desk.table, statement)).map(({ act }) => act)).toEqual(["signable.cancel"]);
  });

  it("comes back as it was, with who signed and has not withdrawn", async () => {
    await signedByAnn();
    await turn("cancel");
    await expect(
      desk.staff(
        "PUT /api/staff/statements/{slug}/texts/{locale}",
        { ...slug, locale: "en" },
        { text: "New." },
      ),
    ).rejects.toMatchObject({ word: "signable-cancelled" });
    const closing = { closesAt: null, reason: "Again" };
    await expect(
      desk.staff("POST /api/staff/statements/{slug}/closing", slug, closing),
    ).rejects.toMatchObject({ word: "signable-cancelled" });
    expect(await turn("reinstate")).toMatchObject({ state: "published" });
    expect(await listed()).toContain("2027");
    expect(await named()).toMatchObject([{ name: "Ann First" }]);
    await desk.sign(statement, { email: "bob@example.org" });
    expect(await desk.confirm(statement, "bob@example.org")).toMatchObject({ state: "confirmed" });
  });

  it("takes no organization in that still waits, and asks nobody whether a promise was kept", async () => {
    const rights = { organization: "Rights Now", kind: "other", website: "https://rights-now.org" };
    await desk.sign(statement, { email: "dina@rights-now.org", ...rights });
    await desk.confirm(statement, "dina@rights-now.org");
    await desk.sign(pledge, { email: "ann@example.org" });
    await desk.confirm(pledge, "ann@example.org");
    await desk.settle();
    const { items = [] } = await desk.staff("GET /api/staff/signatures");
    await turn("cancel");
    const params = { signature: String(items[0]?.signature) };
    const decide = (decision: string) =>
      desk.staff("POST /api/staff/signatures/{signature}/decision", params, { decision });
    await expect(decide("approved")).rejects.toMatchObject({ word: "action-cancelled" });
    expect(await decide("declined")).toMatchObject({ state: "withdrawn" });
    const switching = { slug: "make-the-switch", verb: "cancel" };
    await desk.staff("POST /api/staff/pledges/{slug}/{verb}", switching, because);
    desk.later(40);
    expect(await desk.ask()).toEqual({ kept: 0, newer: 0 });
  });

  it("lets a member that signed take its signature back", async () => {
    const member = {
      ...{ id: "0123456789abcdef0123", what: "application", kind: "civil-society", name: "Rights Now" },
      ...{ website: "https://rights-now.org/", country: "KE", state: "approved", locale: "en" },
      createdAt: "2027-03-01T12:00:00Z",
    };
    const standing = { member } as unknown as Linked;
    const now = new Date("2027-03-01T12:00:00Z");
    const does = (verb: "sign" | "unsign") =>
      doStatementVerb(desk.table, { standing, verb, typed: { statement: "2027" } }, now);
    await does("sign");
    await turn("cancel");
    const shown = () => statementsFor(desk.table, standing, { locale: "en", now });
    expect(await shown()).toMatchObject([{ slug: "2027", signed: true, open: false }]);
    await does("unsign");
    expect(await shown()).toEqual([]);
    await expect(does("sign")).rejects.toMatchObject({ word: "action-cancelled" });
  });

  it("is not one whose record was fixed, nor one that was opened before it changed", async () => {
    await expect(turn("cancel", { ...because, version: 99 })).rejects.toMatchObject({
      word: "changed-meanwhile",
    });
    const closing = { closesAt: "2027-03-01T00:00:00Z", reason: "The minister gets it." };
    await desk.staff("POST /api/staff/statements/{slug}/closing", slug, closing);
    desk.later(0.01);
    await desk.ask();
    await expect(turn("cancel")).rejects.toMatchObject({ problems: [{ reason: "frozen-already" }] });
  });

  it("is withdrawn by organizers alone, with a reason, by a verb that there is", async () => {
    const params = { ...slug, verb: "cancel" };
    const route = "POST /api/staff/statements/{slug}/{verb}" as const;
    await expect(desk.staff(route, params, because, "reviewer")).rejects.toMatchObject({
      word: "not-allowed",
    });
    await expect(turn("cancel", {})).rejects.toMatchObject({ problems: [{ pointer: "/reason" }] });
    await expect(turn("vanish")).rejects.toMatchObject({ word: "unknown-verb" });
  });
});

describe("a draft", () => {
  const draft = { slug: "a-slip" };
  beforeEach(async () => {
    const named = { title: { en: "A slip" }, summary: { en: "S" }, campaign: "global-encryption-day-2027" };
    await desk.staff("POST /api/staff/statements", {}, { ...named, ...draft });
    const params = { ...draft, locale: "en" };
    await desk.staff("PUT /api/staff/statements/{slug}/texts/{locale}", params, { text: "First draft." });
  });

  it("is thrown away with its texts, and its address is free again; what was published is not", async () => {
    await expect(turn("cancel", because, draft)).rejects.toMatchObject({ word: "not-published-yet" });
    expect(await turn("discard", because, draft)).toEqual({ state: "discarded" });
    expect(await textsOf(desk.table, "statement.a-slip", 1)).toEqual([]);
    await expect(desk.staff("GET /api/staff/statements/{slug}", draft)).rejects.toMatchObject({
      word: "unknown-scope",
    });
    const again = { title: { en: "Anew" }, summary: { en: "S" }, campaign: "global-encryption-day-2027" };
    await desk.staff("POST /api/staff/statements", {}, { ...again, ...draft });
    await expect(turn("discard")).rejects.toMatchObject({ word: "published-already" });
  });

  it("is either published or thrown away where both are done at once", async () => {
    const both = await Promise.allSettled([
      desk.staff("POST /api/staff/statements/{slug}/versions", draft, {}),
      turn("discard", because, draft),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

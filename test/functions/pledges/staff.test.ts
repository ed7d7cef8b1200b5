import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { openapiDocument } from "../../../shared/contracts/openapi.ts";
import { signatoryLine } from "../../../shared/domain/frozen-list.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { signatoriesOf } from "../../../shared/table/signatories.ts";
import { signingDesk } from "./signing.ts";

const pledge = "pledge.make-the-switch";
const statement = "statement.2027";
let desk: Awaited<ReturnType<typeof signingDesk>>;
beforeEach(async () => {
  desk = await signingDesk();
});

const acts = async (scope: string) => (await actsOn(desk.table, scope)).map(({ act }) => act);
const slug = { slug: "2027" };
const switching = { slug: "make-the-switch" };

/** As much of the OpenAPI document as is read here. */
type Paths = Record<
  string,
  Record<string, { requestBody: { content: Record<string, { example?: unknown }> } } | undefined>
>;

describe("writing a statement", () => {
  it("goes from a draft that nobody may sign to a text in force, and leaves its tracks", async () => {
    const made = {
      slug: "new-one",
      title: { en: "New" },
      summary: { en: "S" },
      campaign: "global-encryption-day-2027",
    };
    await desk.staff("POST /api/staff/statements", {}, made);
    await expect(desk.sign("statement.new-one", { email: "a@example.org" })).rejects.toMatchObject({
      word: "unknown-scope",
    });
    const params = { slug: "new-one", locale: "en" };
    await desk.staff("PUT /api/staff/statements/{slug}/texts/{locale}", params, { text: "First draft." });
    await desk.staff("PUT /api/staff/statements/{slug}/texts/{locale}", params, { text: "In force." });
    await desk.staff("POST /api/staff/statements/{slug}/versions", params);
    const text = await desk.read("GET /api/statements/{slug}/texts/{version}/{locale}", {
      ...{ slug: "new-one", version: "1", locale: "en" },
    });
    expect(text).toBe("In force.");
    await desk.sign("statement.new-one", { email: "a@example.org" });
    const signed = await desk.confirm("statement.new-one", "a@example.org");
    expect(signed.signature?.sha256).toBe(createHash("sha256").update("In force.").digest("hex"));
    expect((await acts("statement.new-one")).sort()).toEqual([
      ...["create", "publish-version", "write-text", "write-text"],
    ]);
  });

  it("never changes a text that is in force: a correction is a new version that says what changed", async () => {
    const params = { ...slug, version: "1", locale: "en" };
    const before = await desk.read("GET /api/statements/{slug}/texts/{version}/{locale}", params);
    await desk.staff("PUT /api/staff/statements/{slug}/texts/{locale}", params, { text: "Better." });
    expect(await desk.read("GET /api/statements/{slug}/texts/{version}/{locale}", params)).toBe(before);
    await expect(
      desk.read("GET /api/statements/{slug}/texts/{version}/{locale}", { ...params, version: "2" }),
    ).rejects.toMatchObject({ word: "not-found" });
    await expect(desk.staff("POST /api/staff/statements/{slug}/versions", slug)).rejects.toMatchObject({
      problems: [{ pointer: "/note", reason: "required" }],
    });
    await desk.staff("POST /api/staff/statements/{slug}/versions", slug, { note: { en: "Shorter." } });
    const shown = JSON.parse(await desk.read("GET /api/statements/{slug}", slug));
    expect(shown).toMatchObject({
      version: 2,
      text: "Better.",
      versions: [{ version: 1 }, { note: "Shorter." }],
    });
    expect(await desk.read("GET /api/statements/{slug}/texts/{version}/{locale}", params)).toBe(before);
  });

  it("takes what its documentation gives as examples, as they stand", async () => {
    const { paths } = openapiDocument("http://localhost:3000") as unknown as { paths: Paths };
    for (const kind of ["pledge", "statement"] as const) {
      const existing = kind === "pledge" ? "make-the-switch" : "2027";
      for (const [path, method, params] of [
        ["", "post", {}],
        ["/{slug}", "post", { slug: existing }],
        ["/{slug}/texts/{locale}", "put", { slug: existing, locale: "en" }],
        ["/{slug}/versions", "post", { slug: existing }],
        ["/{slug}/versions", "post", { slug: "a-new-one" }],
        ["/{slug}/closing", "post", { slug: existing }],
      ] as const) {
        const key = `/api/staff/${kind}s${path}`;
        const { example } = paths[key]?.[method]?.requestBody.content["application/json"] ?? {};
        expect(example, key).toBeDefined();
        const route = `${method.toUpperCase()} ${key}` as Parameters<typeof desk.staff>[0];
        await desk.staff(route, params as Record<string, string>, example);
      }
    }
  });

  it("changes what describes it in one language, and neither another language nor the signed text", async () => {
    const edit = (body: unknown) => desk.staff("POST /api/staff/pledges/{slug}", switching, body);
    const before = await desk.staff("GET /api/staff/pledges/{slug}", switching);
    const title = { fr: "Sautez le pas" };
    const after = await edit({ title, askAfterDays: 60, version: before.version });
    const kept = before.title as Record<string, string>;
    expect(after).toMatchObject({
      title: { ...kept, ...title },
      askAfterDays: 60,
      versions: before.versions,
    });
    await expect(edit({ title, version: before.version }), "opened before").rejects.toMatchObject({
      word: "changed-meanwhile",
    });
    expect(await acts(pledge)).toEqual(["edit"]);
  });

  it("never writes over a draft that somebody else has written since it was opened, nor publishes it", async () => {
    const params = { ...slug, locale: "en" };
    const write = (body: unknown) =>
      desk.staff("PUT /api/staff/statements/{slug}/texts/{locale}", params, body);
    const opened = await desk.staff("GET /api/staff/statements/{slug}", slug);
    const { sha256 } = await write({ text: "Mine.", replaces: null });
    await expect(write({ text: "Theirs.", replaces: null })).rejects.toMatchObject({
      word: "changed-meanwhile",
    });
    await write({ text: "Theirs.", replaces: sha256 });
    const publish = { note: { en: "Better." }, version: opened.version };
    await expect(
      desk.staff("POST /api/staff/statements/{slug}/versions", slug, publish),
    ).rejects.toMatchObject({ word: "changed-meanwhile" });
  });

  it("publishes the languages that are written and not dropped again", async () => {
    for (const locale of ["en", "fr", "xx"])
      await desk.staff(
        "PUT /api/staff/statements/{slug}/texts/{locale}",
        { ...slug, locale },
        { text: locale },
      );
    await desk.staff("DELETE /api/staff/statements/{slug}/texts/{locale}", { ...slug, locale: "xx" });
    const file = await desk.staff("GET /api/staff/statements/{slug}", slug);
    expect(file).toMatchObject({ nextVersion: 2, texts: [{ locale: "ar" }, { locale: "en" }] });
    await desk.staff("POST /api/staff/statements/{slug}/versions", slug, { note: { en: "Shorter." } });
    const shown = JSON.parse(await desk.read("GET /api/statements/{slug}", slug));
    expect(shown.texts.map(({ locale }: { locale: string }) => locale)).toEqual(["en", "fr"]);
  });

  it("lets one of two who publish at once through", async () => {
    const params = { ...slug, locale: "en" };
    await desk.staff("PUT /api/staff/statements/{slug}/texts/{locale}", params, { text: "Better." });
    const both = await Promise.allSettled(
      [1, 2].map(() =>
        desk.staff("POST /api/staff/statements/{slug}/versions", slug, { note: { en: "Shorter." } }),
      ),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is for organizers, reviews are for reviewers, and neither for anybody else", async () => {
    await expect(desk.staff("POST /api/staff/statements", {}, {}, "reviewer")).rejects.toMatchObject({
      word: "not-allowed",
    });
    await expect(desk.staff("GET /api/staff/comments", {}, {}, "organizer")).rejects.toMatchObject({
      word: "not-allowed",
    });
  });
});

describe("comments", () => {
  const sign = async (email: string, comment: string) => {
    await desk.sign(pledge, { email, name: "Ann Bee", display: "initials", comment });
    await desk.confirm(pledge, email);
    await desk.settle();
  };
  const queue = async () => {
    const found: Record<string, unknown>[] = [];
    const { items = [] } = await desk.staff("GET /api/staff/comments");
    found.push(...items);
    return found;
  };
  const shown = async () => {
    const { shownComments } = await import("../../../shared/table/signatories.ts");
    return (await shownComments(desk.table, pledge, 20)).map(({ text, shownName }) => `${shownName} ${text}`);
  };

  it("show only once a moderator let them through, and go with the signature", async () => {
    await sign("ann@example.org", "For my mother.\r\nhttps://x.example");
    expect(await shown()).toEqual([]);
    const [waiting] = await queue();
    expect(waiting).toMatchObject({ text: "For my mother.\nhttps://x.example", shownName: "A. B." });
    const params = { comment: String(waiting?.comment) };
    await desk.staff("POST /api/staff/comments/{comment}/decision", params, { decision: "approved" });
    await desk.staff("POST /api/staff/comments/{comment}/decision", params, { decision: "approved" });
    expect(await shown()).toEqual(["A. B. For my mother.\nhttps://x.example"]);
    expect(await queue()).toEqual([]);
    expect(await acts(pledge)).toEqual(["comment-approved"]);
    await desk.manage(pledge, "ann@example.org", "keep");
    await desk.settle();
    expect(await queue(), "a change of the signature brings it up no more").toEqual([]);
    await desk.manage(pledge, "ann@example.org", "withdraw");
    await desk.settle();
    expect(await shown()).toEqual([]);
  });

  it("are found by their words and by what they are of, on whichever page they stand", async () => {
    await sign("ann@example.org", "For my mother.");
    await sign("bob@example.org", "For the doctors");
    const found = async (wish: Record<string, string>) =>
      ((await desk.staff("GET /api/staff/comments", wish)).items ?? []).map(({ text }) => text);
    expect(await found({ words: " MOTHER" })).toEqual(["For my mother."]);
    expect(await found({ words: "nobody" })).toEqual([]);
    expect((await found({ scope: pledge })).sort()).toEqual(["For my mother.", "For the doctors"]);
    expect(await found({ scope: "statement.another" })).toEqual([]);
    await expect(desk.staff("GET /api/staff/comments", { scope: "all" })).rejects.toMatchObject({
      word: "invalid-request",
    });
  });

  it("that are declined are never shown", async () => {
    await sign("bob@example.org", "Buy my pills");
    const [waiting] = await queue();
    const params = { comment: String(waiting?.comment) };
    await desk.staff("POST /api/staff/comments/{comment}/decision", params, { decision: "declined" });
    expect([await shown(), await queue()]).toEqual([[], []]);
  });
});

describe("the list of organizations’ signatures", () => {
  it("is longer than two pages, and is searched by name, website, country and statement", async () => {
    const number = (i: number) => String(i).padStart(3, "0");
    for (let i = 0; i < 105; i++) {
      const host = i === 104 ? "www.lock-and-key.org" : `org-${number(i)}.example`;
      const email = `mail-${i}@example.org`;
      const body = { email, organization: `Órganization ${number(i)}`, website: `https://${host}` };
      await desk.sign(statement, { ...body, kind: "civil-society", country: i % 20 === 3 ? "SN" : "KE" });
      await desk.confirm(statement, email);
    }
    await desk.settle();
    const pages = async (query: Record<string, string> = {}) => {
      const read: unknown[][] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const wish: Record<string, string> = { ...query, ...(cursor && { cursor }) };
        const page: Awaited<ReturnType<typeof desk.staffPage>> = await desk.staffPage(
          "GET /api/staff/signatures",
          wish,
        );
        read.push(page.items.map(({ organization }) => organization));
        cursor = page.next;
      }
      return read;
    };
    const all = Array.from({ length: 105 }, (_, i) => `Órganization ${number(i)}`);
    const whole = await pages();
    expect(whole.map(({ length }) => length)).toEqual([50, 50, 5]);
    expect(whole.flat().sort()).toEqual(all);
    expect((await pages({ words: "lock-and-key" })).flat()).toEqual([all[104]]);
    expect((await pages({ words: "organization 10" })).flat().sort()).toEqual(all.slice(100));
    expect((await pages({ country: "sn" })).flat().sort()).toEqual(
      [3, 23, 43, 63, 83, 103].map((i) => all[i]),
    );
    expect((await pages({ country: "SN", words: "organization 00" })).flat()).toEqual([all[3]]);
    expect((await pages({ scope: "statement.another" })).flat()).toEqual([]);
    await expect(desk.staffPage("GET /api/staff/signatures", { country: "XX" })).rejects.toMatchObject({
      problems: [{ pointer: "/country", reason: "unknown-country" }],
    });
  });
});

describe("signatures of organizations", () => {
  const sign = async (email: string) => {
    const body = {
      email,
      organization: "Rights Now",
      kind: "civil-society",
      website: "https://rights-now.org",
    };
    await desk.sign(statement, { ...body, country: "KE" });
    await desk.confirm(statement, email);
    await desk.settle();
    const { items = [] } = await desk.staff("GET /api/staff/signatures");
    return items[0];
  };

  it("are taken by a reviewer, who sees whether the mailbox speaks for them; then they count and show", async () => {
    const waiting = await sign("dina@rights-now.org");
    expect(waiting).toMatchObject({ organization: "Rights Now", proof: "strong" });
    const params = { signature: String(waiting?.signature) };
    const decided = await desk.staff("POST /api/staff/signatures/{signature}/decision", params, {
      decision: "approved",
    });
    expect(decided).toMatchObject({ state: "confirmed" });
    await desk.settle();
    const list = await signatoriesOf(desk.table, statement, { order: "name", most: 9 });
    expect(list).toMatchObject([{ kind: "organization", name: "Rights Now", country: "KE" }]);
    expect(await desk.figures(statement)).toMatchObject({ actions: 1, organizations: 1 });
    expect((await desk.figures(statement)).people, "an organization is no person").toBeUndefined();
    expect(desk.owed().map(({ kind }) => kind)).toContain("registered");
  });

  it("are shown as theirs by a record or a file at their domain, by a value that is nobody else's", async () => {
    expect(await sign("somebody@mail.example")).toMatchObject({ proof: "weak", proofs: [] });
    expect(desk.owed().map(({ kind }) => kind)).toContain("signature-held");
    const page = await desk.page(statement, "somebody@mail.example");
    const value = /global-encryption-coalition=[\w-]+/.exec(page)?.[0] ?? "";
    expect(page).toContain("_gec-proof.rights-now.org");
    expect(page).toContain("https://rights-now.org/.well-known/global-encryption-coalition.txt");
    const seeking = await desk.manage(statement, "somebody@mail.example", "prove");
    expect(seeking).toMatchObject({ state: "held", verbs: expect.arrayContaining(["prove"]) });
    expect(await desk.page(statement, "somebody@mail.example")).toContain("not found it yet");
    desk.elsewhere.has = { at: "dns", value };
    const found = await desk.manage(statement, "somebody@mail.example", "prove");
    expect(found.verbs).not.toContain("prove");
    await desk.settle();
    const { items = [] } = await desk.staff("GET /api/staff/signatures");
    expect(items).toMatchObject([{ proof: "strong", proofs: [{ by: "dns" }], domain: "rights-now.org" }]);

    await sign("other@mail.example");
    await desk.manage(statement, "other@mail.example", "prove");
    const { items: both = [] } = await desk.staff("GET /api/staff/signatures");
    expect(both.map(({ proof }) => proof).sort(), "the value of one proves nothing for another").toEqual([
      "strong",
      "weak",
    ]);
  });

  it("are looked for ten times a day, and not at all where there is nothing to show", async () => {
    await sign("somebody@mail.example");
    for (let look = 0; look < 10; look++) await desk.manage(statement, "somebody@mail.example", "prove");
    await expect(desk.manage(statement, "somebody@mail.example", "prove")).rejects.toMatchObject({
      problems: [{ reason: "looked-too-often" }],
    });
    expect(desk.elsewhere.asked).toHaveLength(20);
    await sign("dina@rights-now.org");
    await desk.manage(statement, "dina@rights-now.org", "prove");
    expect(desk.elsewhere.asked).toHaveLength(20);
    expect(await desk.page(statement, "dina@rights-now.org")).not.toContain("_gec-proof");
  });

  it("come with who they may be already: a member, or one that stands in the list", async () => {
    const first = await sign("dina@rights-now.org");
    expect(first).toMatchObject({ near: [], signed: [] });
    await desk.staff(
      "POST /api/staff/signatures/{signature}/decision",
      { signature: String(first?.signature) },
      { decision: "approved" },
    );
    await desk.settle();
    expect(await sign("other@rights-now.org")).toMatchObject({ signed: ["Rights Now"] });
  });

  it("are not taken, and their people are told", async () => {
    const waiting = await sign("somebody@mail.example");
    expect(waiting).toMatchObject({ proof: "weak" });
    const params = { signature: String(waiting?.signature) };
    await desk.staff("POST /api/staff/signatures/{signature}/decision", params, { decision: "declined" });
    await desk.settle();
    expect(desk.owed().map(({ kind }) => kind)).toContain("signature-declined");
    expect((await desk.staff("GET /api/staff/signatures")).items).toEqual([]);
    expect(await signatoriesOf(desk.table, statement, { order: "name", most: 9 })).toEqual([]);
  });
});

describe("closing a statement", () => {
  it("takes nobody in any more and fixes text and list by a digest that anybody can check", async () => {
    for (const [email, name] of [
      ["a@example.org", "Ann"],
      ["b@example.org", "Bob"],
      ["c@example.org", ""],
    ]) {
      await desk.sign(statement, { email, ...(name && { name, display: "name" }) });
      if (email !== "c@example.org") await desk.confirm(statement, email ?? "");
    }
    await desk.settle();
    const closing = { closesAt: "2027-03-01T00:00:00Z", reason: "The minister gets it." };
    await desk.staff("POST /api/staff/statements/{slug}/closing", slug, closing);
    desk.later(0.01);
    await expect(desk.sign(statement, { email: "d@example.org" })).rejects.toMatchObject({
      word: "action-closed",
    });
    await expect(desk.confirm(statement, "c@example.org")).rejects.toMatchObject({ word: "action-closed" });
    await desk.ask();
    const { frozen } = JSON.parse(await desk.read("GET /api/statements/{slug}", slug));
    const record = await desk.read("GET /api/statements/{slug}/frozen", slug);
    expect(createHash("sha256").update(record).digest("hex")).toBe(frozen.sha256);
    expect(frozen.signatures).toBe(2);
    const { items } = JSON.parse(await desk.read("GET /api/statements/{slug}/signatories", slug));
    expect(items).toHaveLength(2);
    for (const one of items) expect(record).toContain(`signature ${signatoryLine(one)}`);

    await desk.manage(statement, "a@example.org", "withdraw");
    await desk.settle();
    await desk.ask();
    const after = JSON.parse(await desk.read("GET /api/statements/{slug}/signatories", slug));
    expect(after.items.map(({ name }: { name: string }) => name)).toEqual(["Bob"]);
    expect(await desk.read("GET /api/statements/{slug}/frozen", slug), "what was fixed stays").toBe(record);
    await expect(
      desk.staff("POST /api/staff/statements/{slug}/closing", slug, { closesAt: null, reason: "Again" }),
    ).rejects.toMatchObject({ problems: [{ reason: "frozen-already" }] });
  });

  it("waits a week for organizations that signed in time, then adds nobody behind the record's back", async () => {
    const waiting: string[] = [];
    for (const email of ["dina@rights-now.org", "carl@crypto-club.org"]) {
      const host = email.split("@")[1] ?? "";
      const organization = { organization: host, kind: "other", website: `https://${host}` };
      await desk.sign(statement, { email, ...organization });
      await desk.confirm(statement, email);
    }
    await desk.settle();
    const { items = [] } = await desk.staff("GET /api/staff/signatures");
    waiting.push(...items.map(({ signature }) => String(signature)));
    const closing = { closesAt: "2027-03-01T00:00:00Z", reason: "The minister gets it." };
    await desk.staff("POST /api/staff/statements/{slug}/closing", slug, closing);
    const approve = (signature = "") =>
      desk.staff("POST /api/staff/signatures/{signature}/decision", { signature }, { decision: "approved" });
    const frozen = async () => {
      await desk.settle();
      await desk.ask();
      return JSON.parse(await desk.read("GET /api/statements/{slug}", slug)).frozen;
    };
    desk.later(1);
    expect(await frozen()).toBeUndefined();
    await approve(waiting[0]);
    expect(await frozen(), "one still waits").toBeUndefined();
    desk.later(7);
    expect(await frozen()).toMatchObject({ signatures: 1 });
    await expect(approve(waiting[1])).rejects.toMatchObject({ word: "action-closed" });
  });

  it("waits for signatures that came in time and are not counted or listed yet", async () => {
    const sign = async (email: string, more = {}) => {
      await desk.sign(statement, { email, ...more });
      await desk.confirm(statement, email);
    };
    await sign("a@example.org", { name: "Ann", display: "name" });
    await desk.settle();
    await sign("b@example.org", { name: "Bob", display: "name" });
    await sign("c@example.org");
    const closing = { closesAt: "2027-03-01T00:00:00Z", reason: "The minister gets it." };
    await desk.staff("POST /api/staff/statements/{slug}/closing", slug, closing);
    desk.later(0.01);
    const frozen = async () => {
      await desk.ask();
      return JSON.parse(await desk.read("GET /api/statements/{slug}", slug)).frozen;
    };
    expect(await frozen(), "the stream is behind").toBeUndefined();
    await desk.count();
    expect(await frozen(), "counted, and Bob is not in the list").toBeUndefined();
    await desk.settle();
    expect(await frozen()).toMatchObject({ signatures: 3 });
    const record = await desk.read("GET /api/statements/{slug}/frozen", slug);
    const { items } = JSON.parse(await desk.read("GET /api/statements/{slug}/signatories", slug));
    expect(items.map(({ name }: { name: string }) => name)).toEqual(["Ann", "Bob"]);
    for (const one of items) expect(record).toContain(`signature ${signatoryLine(one)}`);
  });

  it("waits a week at most for what is not listed", async () => {
    await desk.sign(statement, { email: "b@example.org", name: "Bob", display: "name" });
    await desk.confirm(statement, "b@example.org");
    const closing = { closesAt: "2027-03-01T00:00:00Z", reason: "The minister gets it." };
    await desk.staff("POST /api/staff/statements/{slug}/closing", slug, closing);
    desk.later(7.1);
    await desk.ask();
    const { frozen } = JSON.parse(await desk.read("GET /api/statements/{slug}", slug));
    expect(frozen).toMatchObject({ signatures: 0 });
  });

  it("says that a cursor is none that the list of signatories gave", async () => {
    const place = { kind: "person", name: "Ann", at: "2027-03-01T12:00:00Z", id: "a" };
    for (const made of [JSON.stringify(place), "nonsense"]) {
      const cursor = Buffer.from(made).toString("base64url");
      await expect(
        desk.read("GET /api/statements/{slug}/signatories", slug, { cursor }),
      ).rejects.toMatchObject({ problems: [{ pointer: "/cursor", reason: "not-valid" }] });
    }
  });

  it("gives the list as CSV that no spreadsheet runs", async () => {
    await desk.sign(statement, { email: "a@example.org", name: "=cmd(), Ann", display: "name" });
    await desk.confirm(statement, "a@example.org");
    await desk.settle();
    const csv = await desk.read("GET /api/statements/{slug}/signatories", slug, { format: "csv" });
    expect(csv).toContain('"\'=cmd(), Ann"');
  });
});

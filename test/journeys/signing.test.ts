import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { localFolder } from "../../infra/local/paths.ts";
import { signInStaff } from "../../infra/local/staff.ts";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { freshAddress, linkIn, mailWith, post, type ReceivedMail, until } from "./visitor.ts";

const pledge = "/pledges/make-the-switch";
const pictures = join(localFolder, "test/pictures");

beforeAll(() => void mkdirSync(pictures, { recursive: true }));

const visit = visits();

/** Fills in the form of a page and sends it. */
async function sign(page: Page, path: string, fields: Record<string, string>): Promise<void> {
  await page.goto(new URL(path, wholeStack().origin).href);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`);
    const chosen = await field.evaluate(({ tagName }) => tagName === "SELECT");
    await (chosen ? field.selectOption(value) : field.fill(value));
  }
  await page.click("main form button[type=submit]");
  await page.waitForURL(({ pathname }) => pathname.endsWith("/check-your-mail"));
}

/** Opens the link of the mail that asks, and presses the button there. */
async function confirm(page: Page, address: string): Promise<void> {
  await page.goto(linkIn(await mailWith(address, "/confirm/"), "/confirm/"));
  await page.click("main form button[type=submit]");
  await page.waitForLoadState();
}

/** What the API says, as far as these journeys read it. */
interface Said {
  promised: number;
  kept: number;
  version: number;
  text: string;
  texts: { locale: string; sha256: string }[];
  items: Record<string, string>[];
}

const shown = async (path: string) =>
  (await fetch(`${wholeStack().origin}/api${path}`)).json() as Promise<Said>;

/** Runs what comes up by the clock, as if it were later. */
async function sweep(days: number): Promise<void> {
  const { endpoint, outputs } = wholeStack();
  const now = new Date(Date.now() + days * 86_400_000).toISOString();
  const url = `${endpoint}/2015-03-31/functions/${outputs.AskFunction}/invocations`;
  const answer = await fetch(url, { method: "POST", body: JSON.stringify({ now }) });
  expect(answer.headers.get("x-amz-function-error"), await answer.text()).toBeNull();
}

async function staff(method: string, path: string, body?: unknown): Promise<Said> {
  const { token } = await signInStaff(wholeStack(), "admin");
  const answer = await fetch(`${wholeStack().origin}/api/staff${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = await answer.json();
  expect(answer.status, JSON.stringify(said)).toBeLessThan(300);
  return said;
}

describe.each([
  { script: true, title: "with script" },
  { script: false, title: "without script" },
])("a pledge, $title", ({ script }) => {
  it("is signed, confirmed, shared, signed by a friend through the link, asked about, kept, and shown", async () => {
    const [ann, friend] = [freshAddress("ann"), freshAddress("friend")];
    const before = await shown(pledge);
    const page = await visit({ javaScriptEnabled: script });
    await sign(page, pledge, {
      email: ann,
      name: "Ann Bee",
      display: "name",
      comment: "See https://x.example",
    });
    const asking = await mailWith(ann, "/confirm/");
    expect(asking?.text, "nothing that was typed").not.toContain("Ann Bee");
    await page.goto(linkIn(asking, "/confirm/"));
    await expect(page.textContent("main")).resolves.toContain("Ann Bee");
    expect((await shown(pledge)).promised, "opening the link does nothing").toBe(before.promised);
    await page.click("main form button[type=submit]");
    const link = await page.inputValue("#share-link");
    expect(new URL(link).pathname).toBe(pledge);

    const other = await visit({ javaScriptEnabled: script });
    await sign(other, link, { email: friend });
    await confirm(other, friend);
    await until(
      () => shown(pledge),
      ({ promised }) => promised === before.promised + 2,
    );
    const welcome = await mailWith(ann, "/manage/");
    expect(welcome?.text).toContain(before.texts.find(({ locale }) => locale === "en")?.sha256);
    const manage = linkIn(welcome, "/manage/");
    await until(
      async () => {
        await page.goto(manage);
        return page.textContent("main");
      },
      (text) => /1 person/.test(text ?? ""),
    );

    await sweep(31);
    const question = await mailWith(ann, "/manage/", ({ subject }) => /Did you keep it/.test(subject ?? ""));
    await page.goto(linkIn(question, "/manage/"));
    await page.click("main button[value=keep]");
    await until(
      () => shown(pledge),
      ({ kept }) => kept === before.kept + 1,
    );
    await page.goto(`${wholeStack().origin}${pledge}`);
    await expect(page.textContent("[data-figure=kept]")).resolves.toContain(String(before.kept + 1));
    const text = (await page.textContent("main")) ?? "";
    expect(text).toContain("Ann Bee");
    expect(text, "no comment shows before somebody has read it").not.toContain("x.example");

    const waiting = (await staff("GET", "/comments")).items.find(({ text: said = "" }) =>
      /x\.example/.test(said),
    );
    await staff("POST", `/comments/${waiting?.comment}/decision`, { decision: "approved" });
    await until(
      async () => {
        await page.reload();
        return page.textContent("main");
      },
      (said) => (said ?? "").includes("See https://x.example"),
    );
    expect(await page.locator("a[href*='x.example']").count(), "its link is not live").toBe(0);

    await withdraw(question);
    await until(
      () => shown(pledge),
      ({ promised, kept }) => promised === before.promised + 1 && kept === before.kept,
    );
    const list = await until(
      () => shown(`${pledge}/signatories`),
      ({ items }) => !items.some(({ name }) => name === "Ann Bee"),
    );
    expect(JSON.stringify(list)).not.toContain("withdraw");
  });
});

async function withdraw(mail: ReceivedMail | undefined): Promise<void> {
  const page = await visit();
  await page.goto(linkIn(mail, "/manage/"));
  await page.click("main a[href*='ask=withdraw']");
  await page.click("main form button[type=submit]");
  await page.waitForLoadState();
}

describe("a statement", () => {
  it("is signed by an expert and by an organization that is no member, and printed as a letter", async () => {
    const page = await visit();
    const [expert, director] = [freshAddress("expert"), freshAddress("director")];
    await sign(page, "/statements/2027", {
      email: expert,
      name: "Zoë Last",
      display: "name",
      title: "Professor",
    });
    await confirm(page, expert);
    const organization = {
      organization: "Rights Now",
      kind: "civil-society",
      website: "https://www.rights-now.example",
    };
    await sign(page, "/ar/statements/2027", { email: director, ...organization });
    await confirm(page, director);
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    expect(await page.locator("main a[href$='/ar/join']").count(), "is invited to join").toBe(1);
    // Their address is elsewhere: they are shown where to put the proof, and can make us look for it.
    await page.goto(linkIn(await mailWith(director, "Rights Now"), "/manage/"));
    expect(await page.textContent("main")).toContain("_gec-proof.rights-now.example");
    expect(await page.locator("main code").allTextContents()).toContainEqual(
      expect.stringMatching(/^global-encryption-coalition=[\w-]{22}$/),
    );
    await page.click("main form[action$='/prove'] button");
    await page.waitForSelector("main section [role=status]");
    const waiting = await until(
      () => staff("GET", "/signatures"),
      ({ items }) => items.some(({ organization: name }) => name === "Rights Now"),
    );
    const { signature = "" } = waiting.items.find(({ organization: name }) => name === "Rights Now") ?? {};
    await staff("POST", `/signatures/${signature}/decision`, { decision: "approved" });
    await until(
      () => shown("/statements/2027/signatories"),
      ({ items }) => {
        const names = items.map(({ name }) => name);
        return names.includes("Rights Now") && names.indexOf("Rights Now") < names.indexOf("Zoë Last");
      },
    );
    await mailWith(director, "/ar/join");
    await page.emulateMedia({ media: "print" });
    for (const prefix of ["", "/ar"]) {
      await page.goto(`${wholeStack().origin}${prefix}/statements/2027/print`);
      const text = (await page.textContent("main")) ?? "";
      for (const said of ["Rights Now", "Zoë Last", "Professor"]) expect(text).toContain(said);
      const picture = await page.screenshot({ fullPage: true });
      writeFileSync(join(pictures, `statement-print${prefix.replace("/", "-")}.png`), picture);
      expect(picture.byteLength).toBeGreaterThan(20_000);
      const sheet = await page.pdf({ format: "A4" });
      writeFileSync(join(pictures, `statement${prefix.replace("/", "-")}.pdf`), sheet);
    }
  });

  it("is signed by a member in two presses through its link, without script, and taken back by another", async () => {
    const page = await visit({ javaScriptEnabled: false });
    const director = freshAddress("member");
    const mark = Date.now().toString(36);
    const organization = `Members United ${mark}`;
    const website = `https://www.members-${mark}.example`;
    const application = { ...applicationExamples.organization, email: director, organization, website };
    expect((await post("/api/members", application)).status).toBe(202);
    await confirm(page, director);
    const waiting = await until(
      () => staff("GET", "/members?state=submitted"),
      ({ items }) => items.some(({ name }) => name === organization),
    );
    const { id } = waiting.items.find(({ name }) => name === organization) ?? {};
    await staff("POST", `/members/${id}/decision`, { decision: "approved" });
    const welcome = await mailWith(director, "/manage/", ({ subject }) => /Welcome/.test(subject ?? ""));
    const manage = linkIn(welcome, "/manage/");

    await page.goto(manage);
    await page.click("main a[href*='statement=2027']");
    const { text = "" } = await shown("/statements/2027");
    expect(await page.textContent(".signed-text")).toBe(text.trim());
    await page.click("main form[action$='/sign'] button");
    await page.waitForURL(({ search }) => search === "");
    expect(await page.textContent("main")).toContain("Signed");
    const { items } = await until(
      () => shown("/statements/2027/signatories"),
      (list) => list.items.some(({ name }) => name === organization),
    );
    expect(items.find(({ name }) => name === organization)).toMatchObject({ kind: "organization" });
    await page.goto(`${wholeStack().origin}/statements/2027`);
    expect(await page.textContent("main")).toContain(organization);

    await page.goto(manage);
    await page.click("main form[action$='/unsign'] button");
    await page.waitForLoadState();
    await until(
      () => shown("/statements/2027/signatories"),
      (list) => !list.items.some(({ name }) => name === organization),
    );
  });

  it("whose text changes asks whether the signature still holds, and shows what changed", async () => {
    const address = freshAddress("reader");
    const page = await visit({ javaScriptEnabled: false });
    await sign(page, "/statements/2027", { email: address });
    await confirm(page, address);
    await page.goto(`${wholeStack().origin}/statements/2027`);

    const { version, text } = await shown("/statements/2027");
    const better = `${text.replace("strong", "STRONG")}\nAnd so say all of us.`;
    await staff("PUT", "/statements/2027/texts/en", { text: better });
    await staff("POST", "/statements/2027/versions", { note: { en: "Says who says so." } });

    // As long as functions keep a scope, whoever signs what was shown signs just that.
    await until(
      () => post("/api/statements/2027/signatures", { email: freshAddress("meanwhile"), version }),
      ({ status }) => status === 409,
    );
    await page.fill("main form [name=email]", freshAddress("late"));
    await page.click("main form button[type=submit]");
    await page.waitForSelector("#problems");
    expect(await page.textContent("#problems")).toContain("The text has changed");
    expect(await page.textContent(".signed-text")).toContain("And so say all of us.");
    expect(await page.inputValue("main form [name=version]")).toBe(String(version + 1));

    await sweep(0);
    const mail = await mailWith(address, "/manage/", ({ subject }) => /has changed/.test(subject ?? ""));
    expect(mail?.text).toContain("Says who says so.");
    await page.goto(linkIn(mail, "/manage/"));
    expect(await page.textContent(".difference ins")).toContain("And");
    await page.click("main button:has-text('holds for version')");
    await page.waitForLoadState();
    expect(await page.locator(".difference").count()).toBe(0);
    await page.goto(`${wholeStack().origin}/statements/2027/texts/${version + 1}/en`);
    expect(await page.textContent(".difference ins")).toContain("And so say all of us.");
  });
});

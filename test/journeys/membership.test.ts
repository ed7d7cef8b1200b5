import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { logoSvg, png } from "../pictures/samples.ts";
import { wholeStack } from "../stack/provided.ts";
import { barriers } from "./barriers.ts";
import { visits } from "./browsing.ts";
import { freshAddress, linkIn, mailsTo, mailWith, post, postForm, until, untilMails } from "./visitor.ts";

let reviewer: string;
beforeAll(async () => {
  const { endpoint, outputs } = wholeStack();
  reviewer = (await signInStaff({ endpoint, outputs }, "reviewer")).token;
});

const run = `${process.pid}-${Date.now().toString(36)}`;
const at = (path: string) => `${wholeStack().origin}${path}`;

/** People without script: the whole way must work for them. */
const visit = visits({ javaScriptEnabled: false });

interface Coalition {
  members: number;
  membersBy: { kind: Record<string, number>; country: Record<string, number> };
}

async function json<Answer>(path: string): Promise<Answer> {
  return (await (await fetch(at(path))).json()) as Answer;
}
const coalition = () => json<Coalition>("/api/counts/coalition");
const listed = async (q: string) =>
  (await json<{ items: { id: string; name: string }[] }>(`/api/members?q=${encodeURIComponent(q)}`)).items;

async function staff(path: string, body?: unknown, token = reviewer): Promise<Response> {
  return fetch(at(`/api/staff/${path}`), {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
}

interface Queued {
  id: string;
  name: string;
  state: string;
  strength: string;
  what: string;
  of: string | null;
  version: number;
}

async function queued(name: string, state = "submitted"): Promise<Queued> {
  const read = async () =>
    ((await (await staff(`members?state=${state}`)).json()) as { items: Queued[] }).items;
  const found = await until(read, (items) => items.some((item) => item.name === name));
  return found.find((item) => item.name === name) as Queued;
}

/** Fills in the form of an organization, confirms by mail, and gives the address's mails so far. */
async function applyAndConfirm(
  page: Page,
  org: { name: string; host: string; email: string; logo?: Buffer },
): Promise<void> {
  await page.goto(at("/join"));
  await page.fill("input[name=organization]", org.name);
  await page.selectOption("select[name=kind]", "civil-society");
  await page.fill("input[name=website]", `https://www.${org.host}`);
  await page.selectOption("select[name=country]", "SN");
  await page.fill("input[name=name]", "Amina Diallo");
  await page.fill("input[name=email]", org.email);
  await page.fill("textarea[name=why]", "We teach people.");
  if (org.logo) {
    await page.setInputFiles("input[name=logo]", logoFile("logo.svg", org.logo));
    await page.check("input[name='consent.logo']");
  }
  await page.check("input[name='consent.listed']");
  await page.check("input[name=principles]");
  await page.click("main form button[type=submit]");
  await page.waitForURL(({ pathname }) => pathname === "/check-your-mail");
  await confirmByMail(page, org.email);
}

const logoFile = (name: string, buffer: Buffer) => ({ name, mimeType: "image/svg+xml", buffer });

async function confirmByMail(page: Page, email: string): Promise<void> {
  const [asking] = await untilMails(email, 1);
  await page.goto(linkIn(asking, "/confirm/"));
  await page.click("main form button[type=submit]");
  await expect.poll(() => page.textContent("h1")).toContain("Thank you");
}

function organization(name: string) {
  const host = `${name.toLowerCase().replaceAll(" ", "-")}-${run}.example`;
  return { name: `${name} ${run}`, host, email: `amina@${host}` };
}

describe("an organization", () => {
  it("applies, answers a question, is approved, listed, counted, updated, and leaves again", async () => {
    const org = { ...organization("Privacy Land"), logo: logoSvg };
    const before = await coalition();
    const page = await visit();
    await applyAndConfirm(page, org);
    const told = await untilMails(org.email, 2);
    expect(told[0]?.subject).toContain("We have your application");

    const { id, strength, version } = await queued(org.name);
    expect(strength).toBe("strong");
    expect(
      (
        await staff(`members/${id}/decision`, {
          decision: "question",
          reason: "details",
          text: "How many are you?",
          version,
        })
      ).status,
    ).toBe(200);
    const question = await mailWith(org.email, "How many are you?");
    expect(question?.text).toContain("How many are you?");
    await page.goto(linkIn(question, "/manage/"));
    await page.fill("textarea[name=text]", "We are twelve.");
    await page.click("form[action*='/answer'] button");
    await page.waitForURL(({ pathname }) => pathname.startsWith("/manage/"));

    const answered = await queued(org.name);
    const file = (await (await staff(`members/${id}`)).json()) as {
      logo: { url: string };
      answer: { text: string };
      history: unknown[];
    };
    expect(file.answer.text).toBe("We are twelve.");
    expect(file.logo.url).toMatch(/^data:image\/png;base64,/);
    const inPage = await page.locator("main .logo img").getAttribute("src");
    expect(inPage, "on the applicant's page too, and at no address").toBe(file.logo.url);
    expect(file.history.length).toBeGreaterThanOrEqual(3);
    expect(
      (
        await staff(`members/${id}/decision`, {
          decision: "approved",
          reason: "fits",
          version: answered.version,
        })
      ).status,
    ).toBe(200);
    const late = await staff(`members/${id}/decision`, {
      decision: "declined",
      reason: "spam",
      version: answered.version,
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ type: "changed-meanwhile", standing: { state: "approved" } });

    await until(
      () => listed(org.name),
      (items) => items.length === 1,
    );
    const counted = await until(coalition, ({ members }) => members === before.members + 1);
    expect(counted.membersBy.kind["civil-society"]).toBe((before.membersBy.kind["civil-society"] ?? 0) + 1);
    await page.goto(at("/"));
    await page.click("nav a[href='/members']");
    await page.fill("input[name=q]", org.name);
    await page.click("search button");
    await page.click(`main a:has-text("${org.name}")`);
    expect(await page.textContent("h1")).toBe(org.name);
    expect(await page.textContent("main")).not.toContain("Amina");
    const logo = page.locator("main .logo img");
    const picture = at((await logo.getAttribute("src")) ?? "");
    const sent = await until(
      () => fetch(picture),
      ({ ok }) => ok,
    );
    await page.reload();
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    });
    expect(await page.getAttribute("time", "datetime")).toMatch(/^\d{4}-\d\d-\d\d$/);

    const welcome = await mailWith(org.email, "Welcome!");
    const own = linkIn(welcome, "/manage/");
    await page.goto(own);
    await page.selectOption("form[action*='/update'] select[name=country]", "KE");
    await page.click("form[action*='/update'] button");
    await until(
      coalition,
      ({ membersBy }) => (membersBy.country.KE ?? 0) === (before.membersBy.country.KE ?? 0) + 1,
    );

    await page.goto(own);
    await page.setInputFiles("input[name=logo]", logoFile("new.png", png(120, 40)));
    await page.click("form[action*='/logo'] button");
    expect(await page.textContent("main")).toContain("Waiting for our staff");
    expect((await (await fetch(at(`/api/members/${id}`))).json()) as object).toMatchObject({
      logo: { url: picture },
    });

    await page.goto(own);
    await page.click("a[href$='?ask=leave']");
    await page.click("form[action$='/leave'] button");
    await until(
      () => listed(org.name),
      (items) => items.length === 0,
    );
    await until(coalition, ({ members }) => members === before.members);
    expect((await fetch(at(`/members/${id}`))).status).toBe(404);
    await until(
      () => fetch(picture),
      ({ status }) => status === 404,
    );
    const token = new URL(own).pathname.split("/").at(-1);
    const after = await post(`/api/manage/${token}/update`, { country: "FR" });
    expect([after.status, ((await after.json()) as { type: string }).type]).toEqual([409, "member-left"]);
  }, 120_000);

  it("is one member, however many apply for it: the second speaks for it once that is approved", async () => {
    const org = organization("Double Trouble");
    const page = await visit();
    await applyAndConfirm(page, org);
    const first = await queued(org.name);
    await staff(`members/${first.id}/decision`, { decision: "approved" });
    const second = { ...org, name: `THE Double-Trouble ${run}, Ltd.`, email: freshAddress("bintou") };
    await applyAndConfirm(page, second);
    expect(await page.textContent("main")).toContain("has an entry already");
    const request = await queued(second.name);
    expect(request).toMatchObject({ what: "contact", of: first.id, strength: "weak" });
    await staff(`members/${request.id}/decision`, { decision: "approved" });
    const approved = await mailWith(second.email, "You can speak for");
    await page.goto(linkIn(approved, "/manage/"));
    expect(await page.textContent("main")).toContain(org.name);
    expect(await page.textContent("main"), "nothing of the other contact").not.toContain(org.email);
    expect(await listed("double trouble")).toHaveLength(1);
  }, 120_000);

  it("reads why it was declined, and may apply again", async () => {
    const org = organization("Not This Time");
    const page = await visit();
    await applyAndConfirm(page, org);
    const { id } = await queued(org.name);
    await staff(`members/${id}/decision`, {
      decision: "declined",
      reason: "not-verifiable",
      text: "Please write from your domain.",
    });
    const declined = await mailWith(org.email, "We cannot say yes");
    expect(declined?.text).toContain("We could not find out that you speak for the organization.");
    expect(declined?.text).toContain("Please write from your domain.");
    await page.goto(linkIn(declined, "/manage/"));
    expect(await page.textContent("main")).toContain("Please write from your domain.");
    expect(
      (
        await post("/api/members", {
          ...(await example("organization")),
          organization: org.name,
          website: `https://${org.host}`,
          email: org.email,
        })
      ).status,
    ).toBe(202);
    const again = await until(
      async () => (await mailsTo(org.email)).filter(({ text }) => text?.includes("/confirm/")),
      (asking) => asking.length >= 2,
    );
    await page.goto(linkIn(again[0], "/confirm/"));
    await page.click("main form button[type=submit]");
    expect((await queued(org.name)).id).toBe(id);
  }, 120_000);
});

async function example(name: "organization" | "expert"): Promise<Record<string, unknown>> {
  const document = await json<{
    paths: Record<
      string,
      {
        post: {
          requestBody: {
            content: Record<string, { examples: Record<string, { value: Record<string, unknown> }> }>;
          };
        };
      }
    >;
  }>("/api/openapi.json");
  return (
    document.paths["/api/members"]?.post.requestBody.content["application/json"]?.examples[name]?.value ?? {}
  );
}

describe("a logo that is none", () => {
  it("is said to be so at its field, with all else as it was typed, and a better one is taken then", async () => {
    const org = organization("Nearly There");
    const page = await visit();
    await page.goto(at("/join"));
    await page.fill("input[name=organization]", org.name);
    await page.selectOption("select[name=kind]", "company");
    await page.fill("input[name=website]", `https://${org.host}`);
    await page.selectOption("select[name=country]", "CH");
    await page.fill("input[name=email]", org.email);
    await page.check("input[name='consent.listed']");
    await page.check("input[name=principles]");
    const disguised = Buffer.from("<html><script>alert(1)</script></html>");
    await page.setInputFiles("input[name=logo]", {
      name: "logo.png",
      mimeType: "image/png",
      buffer: disguised,
    });
    await page.click("main form button[type=submit]");
    expect(await page.textContent("#field-logo-problem")).toContain("cannot read this as a picture");
    expect(await page.inputValue("input[name=organization]")).toBe(org.name);
    expect(await page.isChecked("input[name=principles]")).toBe(true);
    const large = Buffer.concat([png(90, 30), Buffer.alloc(300 * 1024)]);
    await page.setInputFiles("input[name=logo]", { name: "logo.png", mimeType: "image/png", buffer: large });
    await page.click("main form button[type=submit]");
    expect(await page.textContent("#field-logo-problem")).toContain("larger than 200 KB");
    await page.setInputFiles("input[name=logo]", {
      name: "x.html",
      mimeType: "text/html",
      buffer: png(90, 30),
    });
    await page.click("main form button[type=submit]");
    await page.waitForURL(({ pathname }) => pathname === "/check-your-mail");
  }, 60_000);
});

describe("an expert", () => {
  it("joins without an organization, under their own name, in Arabic", async () => {
    const email = freshAddress("expert");
    const name = `Layla Haddad ${run}`;
    const page = await visit();
    await page.goto(at("/ar/join"));
    await page.click("main nav a[href='/ar/join?as=expert']");
    expect(await page.locator("input[name=organization]").count()).toBe(0);
    await page.fill("input[name=name]", name);
    await page.selectOption("select[name=country]", "JO");
    await page.fill("input[name=email]", email);
    await page.check("input[name='consent.listed']");
    await page.check("input[name=principles]");
    await page.click("main form button[type=submit]");
    await page.waitForURL(({ pathname }) => pathname === "/ar/check-your-mail");
    const [asking] = await untilMails(email, 1);
    expect(new URL(linkIn(asking, "/confirm/")).pathname).toMatch(/^\/ar\/confirm\//);
    await page.goto(linkIn(asking, "/confirm/"));
    await page.click("main form button[type=submit]");
    const { id } = await queued(name);
    await staff(`members/${id}/decision`, { decision: "approved" });
    await until(
      () => listed(name),
      (items) => items.length === 1,
    );
    await page.goto(at("/members?kind=expert"));
    expect(await page.textContent("main")).toContain(name);
  }, 90_000);
});

describe("what the surface answers", () => {
  it.each(["organization", "expert"] as const)(
    "takes the %s's example as it stands, and the same a second time",
    async (name) => {
      const body = { ...(await example(name)), email: freshAddress(name) };
      for (let i = 0; i < 2; i++) {
        const answer = await post("/api/members", body);
        expect([answer.status, await answer.json()]).toEqual([202, { status: "check-your-mail" }]);
      }
    },
  );

  it("shows a form again with what was typed and a message at each field", async () => {
    const answer = await postForm("/join", {
      organization: "Asc\u0435ss <b>",
      kind: "company",
      website: "http://127.0.0.1",
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("Asc\u0435ss &lt;b");
    for (const field of ["organization", "website", "country", "email", "principles", "consent-listed"])
      expect(page, field).toContain(`id="field-${field}-problem"`);
  });

  it("opens the queue to reviewers only", async () => {
    expect((await fetch(at("/api/staff/members"))).status).toBe(401);
    const { endpoint, outputs } = wholeStack();
    const organizer = (await signInStaff({ endpoint, outputs }, "organizer")).token;
    expect((await staff("members", undefined, organizer)).status).toBe(403);
    expect((await staff("members/0123456789abcdef0123")).status).toBe(404);
    expect((await staff("members/0123456789abcdef0123/decision", { decision: "approved" })).status).toBe(404);
    expect((await staff("members/x/decision", { decision: "maybe" })).status).toBe(400);
  });

  it.each(["/join", "/join?as=expert", "/members", "/ar/members"])(
    "%s passes the accessibility rules",
    async (path) => {
      const page = await visit({ javaScriptEnabled: true });
      await page.goto(at(path));
      expect(await barriers(page, ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])).toEqual([]);
    },
  );
});

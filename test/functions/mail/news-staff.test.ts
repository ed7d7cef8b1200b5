import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../functions/edge/chain.ts";
import type { Reply } from "../../../functions/edge/reply.ts";
import { type NewsDesk, newsRoutes } from "../../../functions/mail/news-routes.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { stopMails, suppress } from "../../../shared/table/suppression.ts";
import { mailsTo, untilMails } from "../../stack/mails.ts";
import { runBulkMailers, runFanOut, supporter } from "./newsroom.ts";
import { openPostOffice, type PostOffice, personHashOf } from "./post-office.ts";

let office: PostOffice;
let handler: (event: APIGatewayProxyEventV2, context: Context) => Promise<Reply>;
const toSelf: { subject: string; locale: string }[] = [];

beforeAll(async () => {
  office = await openPostOffice();
  const sendToSelf: NewsDesk["sendToSelf"] = async (_asked, { subject, locale }) => {
    toSelf.push({ subject, locale });
  };
  handler = api(newsRoutes({ table: office.table, clock: () => office.clock.now, sendToSelf }));
});

interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any answer, looked into by the tests
  body: any;
}

/** Asks as the API would, with a token's groups in its own flattened form. */
async function ask(
  routeKey: string,
  params: Record<string, string> = {},
  body?: unknown,
  role = "organizer",
) {
  const [method = ""] = routeKey.split(" ");
  const event = {
    routeKey,
    rawPath: routeKey,
    headers: { "content-type": "application/json" },
    pathParameters: params,
    queryStringParameters: params,
    requestContext: {
      ...{ requestId: "r", http: { method } },
      authorizer: { jwt: { claims: { sub: "organizer-1", "cognito:groups": `[${role}]` } } },
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  } as unknown as APIGatewayProxyEventV2;
  const reply = await handler(event, {} as Context);
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? "null") } as Said;
}

const text = { subject: "Seven weeks", heading: "Seven weeks", body: "One.\n\nTwo." };
const draft = { campaign: "global-encryption-day-2027", texts: { en: text } };
const begin = async (given = {}) => (await ask("POST /api/staff/news", {}, { ...draft, ...given })).body;
const move = (id: string, verb: string, body?: unknown) =>
  ask("POST /api/staff/news/{id}/{verb}", { id, verb }, body);

describe("staff who write news", () => {
  it("begin a draft, which tells what each language's readers will get and what can be done", async () => {
    const news = await begin();
    expect(news).toMatchObject({
      ...{ state: "draft", version: 1, campaign: "global-encryption-day-2027", locales: ["en"] },
      fallbacks: { en: "en", ar: "en" },
      verbs: ["schedule", "send", "cancel"],
      progress: { reached: 0, sent: 0 },
    });
  });

  it("translate it, and lose nothing to a colleague who was faster", async () => {
    const { id } = await begin();
    const put = (version: number, subject: string) =>
      ask("PUT /api/staff/news/{id}/texts/{locale}", { id, locale: "ar" }, { ...text, subject, version });
    expect((await put(1, "سبعة أسابيع")).body).toMatchObject({ version: 2, fallbacks: { ar: "ar" } });
    expect(await put(1, "another")).toMatchObject({ status: 409, body: { type: "changed-meanwhile" } });
  });

  it("take a text away again, and its readers get the one that stands in for it", async () => {
    const { id } = await begin({ texts: { en: text, ar: { ...text, subject: "سبعة" } } });
    const remove = (version: number) =>
      ask("POST /api/staff/news/{id}/texts/{locale}/removal", { id, locale: "ar" }, { version });
    expect((await remove(1)).body).toMatchObject({ version: 2, locales: ["en"], fallbacks: { ar: "en" } });
    expect((await remove(1)).status).toBe(409);
  });

  it("are told which campaigns they can write for", async () => {
    const { body } = await ask("GET /api/staff/news");
    expect(body.campaigns).toEqual([
      { slug: "global-encryption-day-2027", title: "Global Encryption Day 2027" },
    ]);
  });

  it("are told that a cursor is none of the list's", async () => {
    const cursor = Buffer.from("2027-01-01T00:00:00Z#a").toString("base64url");
    expect(await ask("GET /api/staff/news", { cursor })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/cursor", reason: "not-valid" }] },
    });
  });

  it("find mailings by state and by campaign", async () => {
    const [{ id: waits }, { id: goes }] = [await begin(), await begin()];
    expect((await move(goes, "send")).status).toBe(200);
    const found = async (wish: Record<string, string>) => {
      const { body } = await ask("GET /api/staff/news", wish);
      return body.items
        .map(({ id }: { id: string }) => id)
        .filter((id: string) => [waits, goes].includes(id));
    };
    expect(await found({ state: "draft" })).toEqual([waits]);
    expect(await found({ state: "sending", campaign: draft.campaign })).toEqual([goes]);
    expect(await found({ campaign: "another" })).toEqual([]);
    expect((await ask("GET /api/staff/news", { state: "lost" })).status).toBe(400);
  });

  it("see the mail as a reader sees it, in HTML and as text", async () => {
    const { id } = await begin();
    const { body } = await ask("GET /api/staff/news/{id}/preview", { id, locale: "ar" });
    expect(body).toMatchObject({ locale: "en", subject: "Seven weeks" });
    expect(body.html).toContain("<p");
    expect(body.text).toContain("One.\n\nTwo.");
  });

  it("send it to themselves, and to nobody else", async () => {
    const { id } = await begin();
    expect((await ask("POST /api/staff/news/{id}/test", { id }, { locale: "en" })).status).toBe(202);
    expect(toSelf).toEqual([{ subject: "Seven weeks", locale: "en" }]);
  });

  it("see how many it will reach, by language and country, each person once and without those who stopped", async () => {
    const one = `p-${randomUUID()}@example.org`;
    await supporter(office, one);
    await supporter(office, one, { scope: "event.encryption-workshop" });
    await supporter(office, `p-${randomUUID()}@example.org`, { locale: "ar" });
    const { id } = await begin();
    const [stopped, bounced] = [`p-${randomUUID()}@example.org`, `p-${randomUUID()}@example.org`];
    for (const email of [stopped, bounced]) await supporter(office, email, { country: "CH" });
    const { now } = office.clock;
    await stopMails(office.table, { person: personHashOf(stopped), purpose: "news" }, now);
    await suppress(office.table, { person: personHashOf(bounced), undeliverable: "bounce" }, now);
    expect((await ask("GET /api/staff/news/{id}/recipients", { id })).body).toEqual({
      ...{ recipients: 2, stopped: 2, complete: true },
      ...{ byLocale: { en: 1, ar: 1 }, byCountry: { unknown: 2 } },
    });
    const { id: arabic } = await begin({ audience: { locales: ["ar"] } });
    expect((await ask("GET /api/staff/news/{id}/recipients", { id: arabic })).body.recipients).toBe(1);
  });

  it("schedule, send, pause, resume and cancel it, each once, with what they did kept", async () => {
    const { id } = await begin();
    const sendAt = new Date(office.clock.now.getTime() + 60_000).toISOString();
    expect((await move(id, "schedule", { sendAt })).body.state).toBe("scheduled");
    expect((await move(id, "send")).body.state).toBe("sending");
    expect((await move(id, "send")).body.state).toBe("sending");
    expect((await move(id, "pause")).body.state).toBe("paused");
    expect((await move(id, "resume")).body.state).toBe("sending");
    expect((await move(id, "cancel")).body.state).toBe("cancelled");
    expect(await move(id, "resume")).toMatchObject({ status: 409, body: { type: "news-not-possible" } });
    const acts = await actsOn(office.table, `news.${id}`);
    expect(acts.map(({ act }) => act).sort()).toEqual(
      ["write", "schedule", "send", "pause", "resume", "cancel"].sort(),
    );
    expect(acts.every(({ who }) => who === "organizer-1")).toBe(true);
  });

  it("see its progress, and cannot change what goes out", async () => {
    const { id, version } = await begin();
    await move(id, "send");
    await runFanOut(office);
    const { body } = await ask("GET /api/staff/news/{id}", { id });
    expect(body).toMatchObject({ state: "sent" });
    expect(body.progress.partsDone).toBe(body.progress.parts);
    expect(body.progress.reached).toBeGreaterThan(0);
    expect((await ask("PUT /api/staff/news/{id}", { id }, { ...draft, version })).status).toBe(409);
  });
});

it("tells how many it found in the lists, each time and those who stopped too, beside how many were written to", async () => {
  const [both, stopped] = [`p-${randomUUID()}@example.org`, `p-${randomUUID()}@example.org`];
  await supporter(office, both, { country: "KE" });
  await supporter(office, both, { country: "KE", scope: "event.encryption-workshop" });
  await supporter(office, stopped, { country: "KE" });
  await stopMails(office.table, { person: personHashOf(stopped), purpose: "news" }, office.clock.now);
  const { id } = await begin({ audience: { countries: ["KE"] } });
  await move(id, "send");
  await runFanOut(office);
  await runBulkMailers(office);
  await untilMails(both);
  expect([mailsTo(both).length, mailsTo(stopped).length]).toEqual([1, 0]);
  const { body } = await ask("GET /api/staff/news/{id}", { id });
  expect(body.progress.reached).toBe(3);
});

describe("news that cannot be", () => {
  it.each([
    [
      "a link that is not https",
      { ...text, action: { label: "x", url: "javascript:alert(1)" } },
      "/texts/en/action/url",
    ],
    ["a subject of two lines", { ...text, subject: "a\r\nBcc: x@example.org" }, "/texts/en/subject"],
    ["a mark that turns the line", { ...text, body: "a\u202eb" }, "/texts/en/body"],
    ["no heading", { ...text, heading: " " }, "/texts/en/heading"],
  ])("are refused for %s, at its place", async (_what, en, pointer) => {
    const { status, body } = await ask("POST /api/staff/news", {}, { ...draft, texts: { en } });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([pointer]);
  });

  it("are not sent without a text, nor scheduled for yesterday", async () => {
    const { id } = await begin({ texts: {} });
    expect((await move(id, "send")).status).toBe(400);
    const { id: other } = await begin();
    expect((await move(other, "schedule", { sendAt: "2020-01-01T00:00:00Z" })).status).toBe(400);
    expect((await move(other, "schedule")).status).toBe(400);
  });

  it("are none of a reviewer's business, and unknown ones are not found", async () => {
    expect((await ask("GET /api/staff/news", {}, undefined, "reviewer")).status).toBe(403);
    expect((await ask("POST /api/staff/news", {}, draft, "reviewer")).status).toBe(403);
    expect((await ask("GET /api/staff/news/{id}", { id: "none" })).status).toBe(404);
    expect((await ask("POST /api/staff/news", {}, { ...draft, campaign: "none" })).status).toBe(404);
  });
});

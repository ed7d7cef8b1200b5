import { randomUUID } from "node:crypto";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../functions/edge/reply.ts";
import { type LinkPurpose, linkToken } from "../../../shared/domain/link-token.ts";
import { speak } from "../../../shared/locales/speak.ts";
import { isWelcome } from "../../../shared/mail/purpose.ts";
import { suppressionKey } from "../../../shared/table/keys.ts";
import { type Participation, participationOf } from "../../../shared/table/participation.ts";
import { Suppression, stopMails } from "../../../shared/table/suppression.ts";
import { plain, stored } from "../../../shared/table/table.ts";
import { openPostOffice, type PostOffice, personKey, scope, signedUp } from "../mail/post-office.ts";
import { participationDoor } from "../participation-door.ts";

const secret = "a link secret of thirty-two letters";
let office: PostOffice;
let participation: Participation;
let ask: (route: string, token: string, body?: { type: string; text: string }) => Promise<Reply>;

beforeAll(async () => {
  office = await openPostOffice();
  const handler = participationDoor(office.table, { personKey, linkSecret: secret });
  ask = async (routeKey, token, body) => {
    const [method = "", path = ""] = routeKey.split(" ");
    const event = {
      routeKey,
      rawPath: path.replace("{token}", token).replace("{verb}", "prefer").replace("{locale}", "ar"),
      headers: body ? { "content-type": body.type } : {},
      pathParameters: { token, verb: "prefer", ...(path.includes("{locale}") && { locale: "ar" }) },
      requestContext: { requestId: "r", http: { method } },
      body: body?.text,
    } as unknown as APIGatewayProxyEventV2;
    return (await handler(event, {} as Context)) as Reply;
  };
});

beforeEach(async () => {
  participation = await signedUp(office, `p-${randomUUID()}@example.org`, { state: "confirmed" });
});

const form = (text: string) => ({ type: "application/x-www-form-urlencoded", text });

function tokenFor(purpose: LinkPurpose): string {
  const expires = Math.floor(Date.now() / 1000) + 1000;
  return linkToken({ purpose, person: participation.person, subject: scope, generation: 1, expires }, secret);
}

async function stopped(): Promise<string[]> {
  const { client, name: TableName } = office.table;
  const Key = stored({ ...suppressionKey(participation.person) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item ? [...(Suppression.parse(plain(Item)).stopped ?? [])].sort() : [];
}

describe("one press in the mail program", () => {
  it.each([
    ["a form", form("List-Unsubscribe=One-Click")],
    [
      "a multipart form, as RFC 8058 wants it",
      {
        type: "multipart/form-data; boundary=x",
        text: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      },
    ],
  ])("stops all mails by %s, without a redirect, and twice is as good as once", async (_what, body) => {
    const token = tokenFor("unsubscribe");
    for (let time = 0; time < 2; time++) {
      const reply = await ask("POST /api/unsubscribe/{token}", token, body);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers?.location).toBeUndefined();
    }
    expect(await stopped()).toEqual(["all"]);
    expect((await participationOf(office.table, participation.person, scope))?.state).toBe("confirmed");
  });

  it("stops only the news on a mail of news", async () => {
    await ask(
      "POST /api/unsubscribe/{token}",
      tokenFor("unsubscribe-news"),
      form("List-Unsubscribe=One-Click"),
    );
    expect(await stopped()).toEqual(["news"]);
  });

  it("is refused with a token that was cut off, and takes multipart nowhere else", async () => {
    const cut = tokenFor("unsubscribe").slice(0, -2);
    const reply = await ask("POST /api/unsubscribe/{token}", cut, form("List-Unsubscribe=One-Click"));
    expect(reply.statusCode).toBe(404);
    const other = { type: "multipart/form-data; boundary=x", text: "--x--" };
    expect((await ask("POST /api/manage/{token}/{verb}", tokenFor("manage"), other)).statusCode).toBe(415);
    expect(await stopped()).toEqual([]);
  });
});

describe("the page of an unsubscribe link", () => {
  it("stops nothing by being looked at", async () => {
    const reply = await ask("GET /{locale}/unsubscribe/{token}", tokenFor("unsubscribe-news"));
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('dir="rtl"');
    expect(await stopped()).toEqual([]);
  });

  it("offers to stop all on a link for news, and says what was done", async () => {
    const token = tokenFor("unsubscribe-news");
    const reply = await ask("POST /{locale}/unsubscribe/{token}", token, form("purpose=all"));
    expect(reply).toMatchObject({
      statusCode: 303,
      headers: { location: `/ar/unsubscribe/${token}?done=all` },
    });
    expect(await stopped()).toEqual(["all"]);
  });

  it.each([
    ["news", "unsubscribe-news", "news", 1],
    ["all mails, by a link for news", "unsubscribe-news", "all", 0],
    ["all mails", "unsubscribe", "all", 0],
  ] as const)(
    "says that %s are stopped already, and offers no more than is left to stop",
    async (_what, link, purpose, buttons) => {
      const token = tokenFor(link);
      await stopMails(office.table, { person: participation.person, purpose }, new Date());
      const { body = "" } = await ask("GET /{locale}/unsubscribe/{token}", token);
      expect(body).toContain(speak("ar").t("page.unsubscribe.already.lead"));
      expect(body).toContain(speak("ar").t(`page.unsubscribe.done.${purpose}.title`));
      expect(body.match(/type="submit"/g) ?? []).toHaveLength(buttons);
      const { body: told = "" } = await ask("GET /api/unsubscribe/{token}", token);
      expect(JSON.parse(told)).toMatchObject({ verbs: [], already: purpose });
      expect(await stopped()).toEqual([purpose]);
    },
  );

  it("asks again where the reader has chosen those mails anew", async () => {
    const token = tokenFor("unsubscribe-reminders");
    await ask("POST /api/unsubscribe/{token}", token, form("List-Unsubscribe=One-Click"));
    await ask("POST /manage/{token}/{verb}", tokenFor("manage"), form("consent.reminders=on"));
    const { body = "" } = await ask("GET /{locale}/unsubscribe/{token}", token);
    expect(body).toContain(speak("ar").t("page.unsubscribe.reminders.action"));
  });
});

describe("what a person prefers", () => {
  it("takes the ticked boxes as what is wanted, and news as a consent with its text and time", async () => {
    const token = tokenFor("manage");
    const reply = await ask("POST /manage/{token}/{verb}", token, form("consent.news=on"));
    expect(reply).toMatchObject({ statusCode: 303, headers: { location: `/manage/${token}` } });
    expect(await stopped()).toEqual(["reminders"]);
    const { consent } = (await participationOf(office.table, participation.person, scope)) ?? {};
    expect(consent).toMatchObject({ updates: true, locale: "en", text: expect.stringMatching(/./) });
  });

  it("opens again what all was stopped for", async () => {
    await ask("POST /api/unsubscribe/{token}", tokenFor("unsubscribe"), form("List-Unsubscribe=One-Click"));
    const json = { type: "application/json", text: '{"consent":{"news":true,"reminders":true}}' };
    expect((await ask("POST /api/manage/{token}/{verb}", tokenFor("manage"), json)).statusCode).toBe(200);
    expect(await stopped()).toEqual([]);
  });

  it("is refused where it is no box", async () => {
    const json = { type: "application/json", text: '{"consent":{"news":"please"}}' };
    expect((await ask("POST /api/manage/{token}/{verb}", tokenFor("manage"), json)).statusCode).toBe(400);
  });
});

describe("a mail", () => {
  const suppression = (held: Partial<Suppression>): Suppression => ({
    ...{ pk: "PERSON#x", sk: "SUPPRESSED", entity: "suppression", changedAt: "" },
    ...held,
  });

  it("that was just asked for goes even to those who stopped all, but to no dead mailbox", () => {
    expect(isWelcome("confirm", suppression({ stopped: new Set(["all"]) }))).toBe(true);
    expect(isWelcome("confirm", suppression({ undeliverable: "bounce" }))).toBe(false);
  });

  it("about a registration goes to those who stopped the news, not to those who stopped all", () => {
    expect(isWelcome("registered", suppression({ stopped: new Set(["news", "reminders"]) }))).toBe(true);
    expect(isWelcome("registered", suppression({ stopped: new Set(["all"]) }))).toBe(false);
  });
});

import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../functions/edge/reply.ts";
import { erase } from "../../../functions/participation/erase.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { linkToken } from "../../../shared/domain/link-token.ts";
import type { PersonHash } from "../../../shared/domain/person-hash.ts";
import type { ActionScope, Scope } from "../../../shared/domain/scope.ts";
import { putTyped } from "../../../shared/table/card.ts";
import { puttingContact } from "../../../shared/table/contact.ts";
import { counterOf } from "../../../shared/table/counter.ts";
import { cardKey, commentKey, contactKey, personKey } from "../../../shared/table/keys.ts";
import { participationOf } from "../../../shared/table/participation.ts";
import { allOfPerson } from "../../../shared/table/person-file.ts";
import { scopeCache } from "../../../shared/table/scope-cache.ts";
import { everyItem, stored } from "../../../shared/table/table.ts";
import { mailsTo, untilMails } from "../../stack/mails.ts";
import { openPostOffice, runMailers, runOutbox, signedUp } from "../mail/post-office.ts";
import { participationDoor } from "../participation-door.ts";
import { campaign, day, makeScene, type Scene, somebody, workshop } from "../scene.ts";

const secret = "a link secret of thirty-two letters";
let scene: Scene;
let handler: ReturnType<typeof participationDoor>;

beforeAll(async () => {
  scene = await makeScene();
  await putSampleData(scene.table);
  handler = participationDoor(scene.table, {
    personKey: "a key of the tests, which is long enough",
    linkSecret: secret,
  });
});

async function token(person: PersonHash, subject: ActionScope): Promise<string> {
  const generation = (await participationOf(scene.table, person, subject))?.generation ?? 0;
  const expires = Math.floor(Date.now() / 1000) + 1000;
  return linkToken({ purpose: "manage", person, subject, generation, expires }, secret);
}

async function ask(routeKey: string, link: string, query: Record<string, string> = {}): Promise<Reply> {
  const [method = "", path = ""] = routeKey.split(" ");
  const event = {
    routeKey,
    rawPath: path.replace("{token}", link).replace("{verb}", "erase").replace("{locale}", "ar"),
    headers: {},
    pathParameters: { token: link, verb: "erase", ...(path.includes("{locale}") && { locale: "ar" }) },
    queryStringParameters: query,
    requestContext: { requestId: "r", http: { method } },
  } as unknown as APIGatewayProxyEventV2;
  return (await handler(event, {} as Context)) as Reply;
}

/** Everything under a person, as one text: nothing of what they typed may be found in it. */
async function everythingOf(person: PersonHash): Promise<{ kinds: string[]; text: string }> {
  const kinds: string[] = [];
  const items: unknown[] = [];
  const all = everyItem(scene.table, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: stored({ ":pk": personKey(person).pk }),
    ConsistentRead: true,
  });
  for await (const item of all) {
    kinds.push(String(item.entity));
    items.push(item);
  }
  return { kinds: kinds.sort(), text: JSON.stringify(items) };
}

async function peopleOf(...scopes: Scope[]): Promise<number[]> {
  await scene.tally();
  const counters = await Promise.all(scopes.map((scope) => counterOf(scene.table, scope)));
  return counters.map(({ people = 0 }) => people);
}

/** Somebody who registered twice, and has shown a name and said something. */
async function active(name: string): Promise<PersonHash> {
  const person = await scene.join(name, { country: "SN" });
  await scene.join(name, { scope: workshop, country: "SN" });
  const common = {
    person,
    scope: "pledge.make-the-switch" as const,
    id: "x",
    createdAt: scene.now.toISOString(),
  };
  await putTyped(scene.table, [
    { ...common, ...cardKey(person, common.scope, "x"), entity: "card", display: "name", name: "Wanjirũ" },
    {
      ...common,
      ...commentKey(person, common.scope, "x"),
      entity: "comment",
      text: "For my mother",
      locale: "en",
    },
  ]);
  return person;
}

describe("deleting everything by one's own link", () => {
  it("leaves nothing that says who somebody was, and the counts and the seat follow", async () => {
    const name = somebody();
    const before = await peopleOf(day, workshop, campaign, "coalition");
    const person = await active(name);
    const seat = (await participationOf(scene.table, person, workshop))?.seat;
    expect(seat).toBeDefined();
    expect(await peopleOf(day, workshop, campaign, "coalition")).toEqual(before.map((n) => n + 1));
    const link = await token(person, day);

    const answer = await ask("POST /{locale}/manage/{token}/{verb}", link);
    expect([answer.statusCode, answer.headers?.location]).toEqual([303, `/ar/manage/${link}`]);

    expect(await peopleOf(day, workshop, campaign, "coalition")).toEqual(before);
    const { kinds, text } = await everythingOf(person);
    expect(kinds).toEqual(["ledger", "participation", "participation"]);
    for (const trace of ["@example.org", "Wanjirũ", "For my mother", "SN", '"consent"'])
      expect(text).not.toContain(trace);
    for (const scope of [day, workshop] as const)
      expect(await participationOf(scene.table, person, scope)).toMatchObject({ state: "withdrawn" });
    expect((await participationOf(scene.table, person, workshop))?.seat).toBeUndefined();
  });

  it("asks first, says afterwards that it is done, and twice is as once", async () => {
    const person = await active(somebody());
    const link = await token(person, day);
    const asked = await ask("GET /manage/{token}", link, { ask: "erase" });
    expect(asked.body).toContain(`action="/manage/${link}/erase"`);
    expect((await allOfPerson(scene.table, person)).profile).toBeDefined();
    for (let i = 0; i < 2; i++)
      expect((await ask("POST /api/manage/{token}/{verb}", link)).statusCode).toBe(200);
    const said = await ask("GET /manage/{token}", link);
    expect([said.statusCode, said.body?.includes("All of it is deleted")]).toEqual([200, true]);
  });

  it("goes on where it was cut short", async () => {
    const person = await active(somebody());
    await scene.table.client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Delete: {
              TableName: scene.table.name,
              Key: stored({ ...cardKey(person, "pledge.make-the-switch", "x") }),
            },
          },
        ],
      }),
    );
    expect((await ask("POST /api/manage/{token}/{verb}", await token(person, day))).statusCode).toBe(200);
    expect((await everythingOf(person)).kinds).not.toContain("comment");
  });

  it("ends all mails, those that were owed already too", async () => {
    const office = await openPostOffice();
    const address = `${somebody()}@example.org`;
    const { person } = await signedUp(office, address, { state: "confirmed" });
    await runOutbox(office);
    await erase({ table: office.table, scope: scopeCache(office.table), clock: () => new Date() }, person);
    await runOutbox(office);
    expect(await runMailers(office)).toBe(0);
    // One who was not erased shows that mails do come.
    const other = `${somebody()}@example.org`;
    await signedUp(office, other);
    await runOutbox(office);
    await runMailers(office);
    await untilMails(other);
    expect(mailsTo(address)).toEqual([]);
  });

  it("is refused, before anything is changed, to the one who speaks for a member", async () => {
    const person = await active(somebody());
    const contact = puttingContact(scene.table, {
      ...contactKey(person, "m1"),
      ...{ entity: "contact", person, member: "m1", email: "x@example.org", locale: "en" },
      ...{ state: "confirmed", generation: 1, createdAt: new Date().toISOString() },
    });
    await scene.table.client.send(new TransactWriteItemsCommand({ TransactItems: [contact] }));
    const refused = await ask("POST /manage/{token}/{verb}", await token(person, day));
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain("You speak for a member");
    expect(await participationOf(scene.table, person, day)).toMatchObject({ state: "confirmed" });
  });
});

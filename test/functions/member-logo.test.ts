import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "../../functions/edge/asked.ts";
import { api } from "../../functions/edge/chain.ts";
import type { Reply } from "../../functions/edge/reply.ts";
import { readChange } from "../../functions/edge/stream.ts";
import { applicationFile } from "../../functions/membership/application-file.ts";
import { intakeRoutes } from "../../functions/membership/intake-routes.ts";
import { managePage } from "../../functions/membership/link-pages.ts";
import { linked } from "../../functions/membership/linked.ts";
import { picturesChangedBy } from "../../functions/outbox/follow-ups.ts";
import { followBatch } from "../../functions/pictures/follow-batch.ts";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { linkToken } from "../../shared/domain/link-token.ts";
import { pictureKey } from "../../shared/table/keys.ts";
import { logoView } from "../../shared/table/member-views.ts";
import { wishId } from "../../shared/table/member-wish.ts";
import { notePicture } from "../../shared/table/picture.ts";
import { stored } from "../../shared/table/table.ts";
import { logoSvg, png } from "../pictures/samples.ts";
import { messagesOf } from "../stack/messages.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { another, type MemberScene, memberScene } from "./member-scene.ts";

let scene: MemberScene;
beforeEach(async () => {
  scene = await memberScene();
});

/** A form with files as a browser posts it and API Gateway hands it on. */
async function postForm(
  routeKey: string,
  fields: Record<string, string>,
  { logo, token }: { logo?: Uint8Array; token?: string } = {},
): Promise<Reply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const file = logo ? new File([Buffer.from(logo)], "logo.png", { type: "image/png" }) : new File([], "");
  form.append("logo", file);
  const request = new Request("http://localhost", { method: "POST", body: form });
  const path = routeKey.split(" ")[1]?.replace("{token}", token ?? "");
  const event = {
    ...{ routeKey, rawPath: path, pathParameters: { token } },
    headers: { "content-type": request.headers.get("content-type") },
    body: Buffer.from(await request.arrayBuffer()).toString("base64"),
    isBase64Encoded: true,
    requestContext: { http: { method: "POST" }, requestId: "r" },
  };
  const door = api(intakeRoutes(scene.intake()));
  return (await door(event as unknown as APIGatewayProxyEventV2, {} as Context)) as Reply;
}

const key = "a key of the tests, which is long enough";
async function tokenOf(id: string, email: string): Promise<string> {
  return linkToken(await scene.link(id, email), key);
}

/** Lets pictures follow what happened to their owners, as the stream says, twice. */
async function follow(): Promise<void> {
  const following = { table: scene.table, store: scene.pictures.store };
  const changed = await changes();
  for (let i = 0; i < 2; i++)
    expect(await followBatch(following, changed)).toEqual({ batchItemFailures: [] });
}
/** What the outbox queues of all that has happened. */
async function changes() {
  const records = await streamRecords(scene.table.name);
  return messagesOf(records.flatMap((record) => picturesChangedBy(readChange(record))));
}
const kept = () => [...scene.stored.keys()];
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

describe("a logo that comes with an application", () => {
  it("is drawn and held by the application, and shown where that was agreed to", async () => {
    const id = await scene.apply({ ...another("With Logo"), logo: base64(logoSvg) });
    const member = await scene.member(id);
    expect(kept()).toEqual([member.logo?.path]);
    expect(member.logo).toMatchObject({ width: 640, height: 320 });
    expect(member.logo?.path).toMatch(new RegExp(`^member\\.${id}/[0-9a-f]{32}-[\\w-]{12}\\.png$`));
    expect(logoView(member)).toMatchObject({ url: `/pictures/${member.logo?.path}` });
    expect(logoView({ ...member, consent: { ...member.consent, logo: false } })).toBeNull();
    await follow();
    expect(kept()).toHaveLength(1);
  });

  it("comes by a form without script too; a form without a file is one without a logo", async () => {
    const { consent: _, ...example } = applicationExamples.organization;
    const fields = { ...example, "consent.listed": "true", "consent.logo": "true" };
    const done = await postForm("POST /join", fields, { logo: png(300, 100) });
    expect([done.statusCode, done.headers?.location]).toEqual([303, "/check-your-mail?after=join"]);
    expect(kept()).toHaveLength(1);
    await postForm("POST /join", { ...fields, organization: "Another One", email: "x@another-one.example" });
    expect(kept()).toHaveLength(1);
  });

  it.each<[string, Uint8Array, string]>([
    [
      "a page in disguise",
      Buffer.from("<html><script>alert(1)</script></html>"),
      "cannot read this as a picture",
    ],
    ["201 KB", Buffer.concat([png(9, 9), Buffer.alloc(201 * 1024)]), "larger than 200 KB"],
    ["a bomb", png(1, 1, { says: [60_000, 60_000] }), "too wide or too high"],
  ])("is refused where it is %s: the form comes again, and nothing is stored", async (_what, logo, said) => {
    const fields = { organization: "Kept As Typed", kind: "company", website: "https://kept.example" };
    const { statusCode, body } = await postForm("POST /{locale}/join", fields, { logo });
    expect(statusCode).toBe(400);
    expect(body).toContain("Kept As Typed");
    expect(body, "beside what else is wrong").toContain(said);
    const whole = { ...fields, country: "CH", email: "a@kept.example", principles: "2026-11" };
    const again = await postForm("POST /join", { ...whole, "consent.listed": "on" }, { logo });
    expect(again.statusCode).toBe(400);
    expect(again.body).toMatch(new RegExp(`id="field-logo-problem"[^]*${said}`));
    expect(again.body).toContain("choose the file once more");
    expect(kept()).toEqual([]);
  });

  it("is not stored for an address that has asked too often", async () => {
    const org = { ...another("Often"), logo: base64(png(30, 30)) };
    for (let i = 0; i < 6; i++) await scene.apply(org);
    const { logo, asks } = await scene.member(await scene.apply(org));
    expect(asks).toBeLessThan(7);
    expect(kept()).toHaveLength(asks);
    await follow();
    expect(kept()).toEqual([logo?.path]);
  });

  it("is none of a request to speak for a member that there is", async () => {
    const first = another("Already Here");
    await scene.submit(first);
    const second = { ...first, email: "else@elsewhere.example", logo: base64(logoSvg) };
    const id = await scene.submit(second);
    expect((await scene.member(id)).logo).toBeUndefined();
    await follow();
    expect(kept()).toEqual([]);
  });

  it("goes a day later where nothing came to hold it", async () => {
    const id = await scene.apply({ ...another("Crashed"), logo: base64(logoSvg) });
    const { logo } = await scene.member(id);
    const orphan = `member.${id}/left-over.png`;
    await scene.pictures.store.put(orphan, logoSvg);
    for (const path of [orphan, logo?.path ?? ""]) await noteEnds(path);
    await follow();
    expect(kept()).toEqual([logo?.path]);
  });
});

/** What the table does when the term of a note is over. */
async function noteEnds(path: string): Promise<void> {
  await notePicture(scene.table, path, scene.now);
  const Key = stored({ ...pictureKey(path) });
  await scene.table.client.send(new DeleteItemCommand({ TableName: scene.table.name, Key }));
}

describe("a logo and the public", () => {
  it("meet only while its member is listed and agrees; its owner and the reviewers see it before", async () => {
    const org = { ...another("Seen In Time"), logo: base64(logoSvg), consent: { listed: true, logo: true } };
    const id = await scene.submit(org);
    const path = (await scene.member(id)).logo?.path ?? "";
    const seen = { url: `data:image/png;base64,${base64(scene.stored.get(path) ?? new Uint8Array())}` };
    await follow();
    expect([...scene.shown]).toEqual([]);
    expect((await applicationFile(scene.intake(), id, scene.now)).logo).toMatchObject(seen);
    expect(await ownPage(id, org.email)).toContain(`src="${seen.url}"`);

    await scene.decide(id, { decision: "approved" });
    await follow();
    expect([...scene.shown]).toEqual([path]);
    const token = await tokenOf(id, org.email);
    await postForm("POST /manage/{token}/logo", {}, { token });
    await follow();
    expect([...scene.shown], "not shown any more").toEqual([]);
    await postForm("POST /manage/{token}/logo", { "consent.logo": "on" }, { token });
    await follow();
    expect([...scene.shown]).toEqual([path]);
    await scene.decide(id, { decision: "reversed", reason: "mistake" });
    await scene.decide(id, { decision: "declined", reason: "not-verifiable" });
    await follow();
    expect([[...scene.shown], kept()]).toEqual([[], [path]]);
  });

  it("keep nobody from their entry while the store of pictures does not answer", async () => {
    const org = {
      ...another("Without A Store"),
      logo: base64(logoSvg),
      consent: { listed: true, logo: true },
    };
    const id = await scene.submit(org);
    scene.pictures.store.read = async () => {
      throw new Error("S3 answers with 503");
    };
    expect((await applicationFile(scene.intake(), id, scene.now)).logo).toBeNull();
    expect(await ownPage(id, org.email)).toContain("Without A Store");
  });

  it("do not meet by a record that comes late, nor where somebody takes it back while it is being shown", async () => {
    const org = { ...another("Taken Back"), logo: base64(logoSvg), consent: { listed: true, logo: true } };
    const id = await scene.approved(org);
    const changed = await changes();
    const { store } = scene.pictures;
    const slow = {
      ...store,
      show: async (path: string) => {
        await scene.manage(id, "leave", {}, org.email);
        await store.show(path);
      },
    };
    await followBatch({ table: scene.table, store: slow }, changed);
    expect([[...scene.shown], kept()]).toEqual([[], []]);
    await followBatch({ table: scene.table, store }, changed);
    expect([[...scene.shown], kept()]).toEqual([[], []]);
  });
});

/** The page of a contact's own link. */
async function ownPage(id: string, email: string): Promise<string> {
  const token = await tokenOf(id, email);
  const link = await scene.link(id, email);
  const asked = { params: { token }, query: {}, path: `/manage/${token}`, headers: {} } as unknown as Asked;
  return managePage(scene.intake(), asked, await linked(scene.table, link));
}

describe("a logo by the member's own link", () => {
  it("takes the place of the former one at once while nobody is listed", async () => {
    const org = { ...another("Not Yet Listed"), logo: base64(logoSvg) };
    const id = await scene.submit(org);
    const token = await tokenOf(id, org.email);
    const done = await postForm(
      "POST /manage/{token}/logo",
      { "consent.logo": "on" },
      { logo: png(40, 20), token },
    );
    expect([done.statusCode, done.headers?.location]).toEqual([303, `/manage/${token}`]);
    const { logo } = await scene.member(id);
    expect(logo).toMatchObject({ width: 40, height: 20 });
    await follow();
    expect(kept()).toEqual([logo?.path]);
  });

  it("of a listed member waits for the reviewers, together with another wish, and is then shown", async () => {
    const org = { ...another("Listed"), logo: base64(logoSvg) };
    const id = await scene.approved(org);
    const token = await tokenOf(id, org.email);
    const before = (await scene.member(id)).logo;
    await scene.manage(id, "update", { organization: "Listed Anew" }, org.email);
    await postForm("POST /manage/{token}/logo", { "consent.logo": "on" }, { logo: png(40, 20), token });
    expect((await scene.member(id)).logo).toEqual(before);
    await follow();
    expect(kept()).toHaveLength(2);
    const wish = await scene.member(wishId(id));
    expect(wish).toMatchObject({ state: "submitted", name: "Listed Anew", logo: { width: 40 } });
    await scene.decide(wish.id, { decision: "approved" });
    const after = await scene.member(id);
    expect(after).toMatchObject({ name: "Listed Anew", logo: wish.logo });
    await follow();
    expect(kept()).toEqual([wish.logo?.path]);
    expect([...scene.shown]).toEqual(kept());
  });

  it("is shown or not as the member says, at once", async () => {
    const org = { ...another("Shy"), logo: base64(logoSvg) };
    const id = await scene.approved(org);
    const token = await tokenOf(id, org.email);
    await postForm("POST /manage/{token}/logo", {}, { token });
    expect(logoView(await scene.member(id))).toBeNull();
    await postForm("POST /manage/{token}/logo", { "consent.logo": "on" }, { token });
    expect(logoView(await scene.member(id))).not.toBeNull();
  });

  it("goes when it is removed, and when the member leaves, with a wish that was open", async () => {
    const org = { ...another("Going"), logo: base64(logoSvg) };
    const id = await scene.approved(org);
    const token = await tokenOf(id, org.email);
    await scene.manage(id, "remove-logo", {}, org.email);
    await follow();
    expect(kept()).toEqual([]);
    await postForm("POST /manage/{token}/logo", { "consent.logo": "on" }, { logo: png(40, 20), token });
    await scene.manage(id, "leave", {}, org.email);
    await follow();
    expect(kept()).toEqual([]);
    const late = await postForm("POST /manage/{token}/logo", {}, { logo: png(40, 20), token });
    expect(late.statusCode).toBe(409);
    expect(kept()).toEqual([]);
  });

  it("cannot be said to be somebody else's picture", async () => {
    const id = await scene.submit(another("Claiming"));
    const typed = { picture: { path: "member.0/other.png", width: 1, height: 1 }, consent: { logo: true } };
    await scene.manage(id, "logo", typed, "contact@claiming.example");
    expect((await scene.member(id)).logo).toBeUndefined();
  });
});

describe("leaving", () => {
  it("leaves nothing of an expert but the husk, and of nobody more than an address for the last mail", async () => {
    const expert = {
      organization: undefined,
      kind: undefined,
      name: "Maria Silva",
      website: "https://maria.example",
    };
    const id = await scene.approved({ ...expert, email: "maria@one.example", logo: base64(logoSvg) });
    await scene.manage(id, "update", { website: "https://silva.example" }, "maria@one.example");
    await scene.manage(id, "leave", {}, "maria@one.example");
    const records = await streamRecords(scene.table.name);
    const now = new Map<string, string>();
    for (const { dynamodb } of records)
      now.set(JSON.stringify(dynamodb?.Keys), JSON.stringify(dynamodb?.NewImage ?? null));
    const said = [...now].map(([place, item]) => place + item);
    expect(said.filter((item) => /Silva|maria\.example|silva\.example/.test(item))).toEqual([]);
    expect(
      said.filter((item) => item.includes("maria@one")).every((item) => /PROFILE|expiresAt/.test(item)),
    ).toBe(true);
    expect(await scene.member(id)).toMatchObject({ state: "left", name: "" });
  });
});

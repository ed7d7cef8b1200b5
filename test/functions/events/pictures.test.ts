import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { readChange } from "../../../functions/edge/stream.ts";
import { pictureRoutes } from "../../../functions/events/picture-routes.ts";
import { staffRoutes } from "../../../functions/events/staff-routes.ts";
import { picturesChangedBy } from "../../../functions/outbox/follow-ups.ts";
import { verifyProposal } from "../../../functions/participation/proposal.ts";
import { followBatch } from "../../../functions/pictures/follow-batch.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { asksPerAddressAndDay } from "../../../shared/domain/asks.ts";
import { linkToken } from "../../../shared/domain/link-token.ts";
import { pictureDrawer } from "../../../shared/pictures/drawer.ts";
import { changeEvent } from "../../../shared/table/change-event.ts";
import { pictureKey } from "../../../shared/table/keys.ts";
import { type Event, eventDetails, scopeDetails } from "../../../shared/table/scope.ts";
import { stored, type Table } from "../../../shared/table/table.ts";
import { eventView } from "../../../shared/table/views.ts";
import { photoFiles } from "../../pictures/drawing-files.ts";
import { noted, photo } from "../../pictures/photos.ts";
import { png } from "../../pictures/samples.ts";
import { messagesOf } from "../../stack/messages.ts";
import { streamRecords } from "../../stack/table-stream.ts";
import { freshTable, personNamed, someDay } from "./a-campaign.ts";
import { bodyOf, request } from "./request.ts";

let table: Table;
let bucket: Map<string, Uint8Array>;
/** Those that the public may see. */
let shown: Set<string>;
let ids = 0;
const clock = () => someDay;
const key = "a key of the tests, which is long enough";

beforeEach(async () => {
  table = await freshTable();
  bucket = new Map();
  shown = new Set();
  await putSampleData(table);
});

const store = {
  put: async (path: string, bytes: Uint8Array) => void bucket.set(path, bytes),
  read: async (path: string) => bucket.get(path),
  show: async (path: string) => void (bucket.has(path) && shown.add(path)),
  hide: async (path: string) => void shown.delete(path),
  remove: async (path: string) => void (bucket.delete(path), shown.delete(path)),
};
const ground = () => ({
  ...{
    table,
    clock,
    origin: "https://example.org",
    personKey: async () => "key",
    linkSecret: async () => key,
  },
  id: () => String(ids++).padStart(6, "0"),
  pictures: { draw: pictureDrawer(photoFiles, { longest: 1200 }), store },
});
const routes = () => pictureRoutes(ground());
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const kept = () => [...bucket.keys()];

const proposal = {
  ...{ email: "ann@example.org", title: "Encryption for newsrooms", summary: "A morning for journalists." },
  ...{ starts: "2027-10-21T09:00", ends: "2027-10-21T11:00", timeZone: "Africa/Dakar" },
  place: { name: "Dakar", country: "SN" },
};

async function proposed(change: object = {}): Promise<Event> {
  const asked = request({ body: { ...proposal, ...change } });
  return eventNamed(bodyOf(await routes()["POST /api/events"].handle(asked)).slug);
}

async function eventNamed(slug: string): Promise<Event> {
  const event = await eventDetails(table, slug);
  if (!event) throw new Error(`${slug} is gone`);
  return event;
}

async function decided(slug: string, decision: string): Promise<void> {
  const link = { purpose: "confirm", person: personNamed("ann"), generation: 1, expires: 2e9 } as const;
  await verifyProposal(table, { ...link, subject: `proposal.${slug}` }, someDay);
  const staff = staffRoutes(ground());
  const asked = request({ params: { slug }, body: { decision }, as: "organizer" });
  await staff["POST /api/staff/events/{slug}/decision"].handle(asked);
}

/** What the organizer of the staff sends. */
async function edited(event: Event, body: object, as = "organizer") {
  const { slug, version } = event;
  const asked = request({ params: { slug }, body: { version, ...body }, as });
  return bodyOf(await routes()["POST /api/staff/events/{slug}/picture"].handle(asked));
}

/** What whoever proposed it sends by their own page. */
function own({ slug }: Event, body: object) {
  const link = { purpose: "organize", person: personNamed("ann"), generation: 1, expires: 2e9 } as const;
  const token = linkToken({ ...link, subject: `proposal.${slug}` }, key);
  const asked = request({ params: { token }, path: `/organize/${token}/picture`, form: true, body });
  return { asked, done: routes()["POST /organize/{token}/picture"].handle(asked) };
}

/** Lets pictures follow what happened to their events, as the stream says, twice. */
async function follow(): Promise<void> {
  const records = await streamRecords(table.name);
  const dropped = records.flatMap((record) => picturesChangedBy(readChange(record)));
  for (let i = 0; i < 2; i++)
    expect(await followBatch({ table, store }, messagesOf(dropped))).toEqual({ batchItemFailures: [] });
}

const alt = "A full hall, seen from behind";

describe("a picture that comes with a proposal", () => {
  it("is drawn, held by the event, and shown with what it shows and nothing that a camera noted", async () => {
    const sent = noted(await photo(1600, 800), 1, "47.3769 N");
    const event = await proposed({ picture: base64(sent), pictureAlt: alt });
    expect(kept()).toEqual([event.picture?.path]);
    expect(event.picture?.path).toMatch(new RegExp(`^event\\.${event.slug}/[0-9a-f]{32}-[\\w-]{12}\\.jpg$`));
    expect(Buffer.from(bucket.get(event.picture?.path ?? "") ?? "").includes("47.3769")).toBe(false);
    expect(eventView(event, "en", someDay).picture).toEqual({
      ...{ url: `/pictures/${event.picture?.path}`, width: 1200, height: 600, alt },
    });
    expect(eventView(event, "ar", someDay).picture).toMatchObject({ alt, lang: "en" });
    await follow();
    expect(kept()).toHaveLength(1);
    expect([...shown]).toEqual([]);
    await decided(event.slug, "approved");
    const route = routes()["GET /api/staff/events/{slug}/picture"];
    const staffs = await route.handle(request({ params: { slug: event.slug }, as: "reviewer" }));
    expect(bodyOf(staffs).url).toMatch(/^data:image\/jpeg;base64,\/9j/);
    await follow();
    expect([...shown]).toEqual(kept());
  });

  it.each<[string, () => Promise<object>, object]>([
    [
      "without words for those who do not see it",
      async () => ({ picture: base64(png(9, 9)) }),
      { pointer: "/pictureAlt", reason: "required" },
    ],
    [
      "that is a page in disguise",
      async () => ({ picture: base64(Buffer.from("<html><script>")), pictureAlt: alt }),
      { pointer: "/picture", reason: "not-a-picture" },
    ],
    [
      "of more than 4 MB",
      async () => ({ picture: base64(Buffer.alloc(4 * 1024 * 1024 + 1)), pictureAlt: alt }),
      { pointer: "/picture", reason: "photo-too-large", limit: 4 },
    ],
  ])("is refused %s, and nothing is stored", async (_what, change, problem) => {
    await expect(change().then(proposed)).rejects.toMatchObject({
      problems: [expect.objectContaining(problem)],
    });
    expect(kept()).toEqual([]);
  });

  it("is not stored for an address that asks too often", async () => {
    for (let i = 0; i < asksPerAddressAndDay; i++) await proposed();
    expect((await proposed({ picture: base64(png(9, 9)), pictureAlt: alt })).picture).toBeUndefined();
    expect(kept()).toEqual([]);
  });

  it("goes when the event is declined, and when the proposal is never confirmed", async () => {
    const declined = await proposed({ picture: base64(png(9, 9)), pictureAlt: alt });
    await decided(declined.slug, "declined");
    const { pk, sk } = await proposed({ picture: base64(png(9, 9)), pictureAlt: alt });
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: stored({ pk, sk }) }));
    expect(kept()).toHaveLength(2);
    await follow();
    expect(kept()).toEqual([]);
  });

  it("stays when its note ends and the event holds it, and goes where nothing came to hold it", async () => {
    const { slug, picture } = await proposed({ picture: base64(png(9, 9)), pictureAlt: alt });
    const orphan = `event.${slug}/left-over.jpg`;
    await store.put(orphan, png(9, 9));
    const { notePicture } = await import("../../../shared/table/picture.ts");
    for (const path of [orphan, picture?.path ?? ""]) {
      await notePicture(table, path, someDay);
      const Key = stored({ ...pictureKey(path) });
      await table.client.send(new DeleteItemCommand({ TableName: table.name, Key }));
    }
    await follow();
    expect(kept()).toEqual([picture?.path]);
  });
});

describe("an organizer", () => {
  it("shows another picture, says anew what it shows, and takes it away; each removes what was before", async () => {
    const first = await proposed({ picture: base64(png(9, 9)), pictureAlt: alt });
    await decided(first.slug, "approved");
    const second = await edited(await eventNamed(first.slug), {
      picture: base64(await photo(60, 30)),
      alt: { en: "The stage", fr: "La scène" },
    });
    expect(second.picture).toMatchObject({ width: 60, alt: { en: "The stage", fr: "La scène" } });
    await follow();
    expect(kept()).toEqual([second.picture.path]);
    expect([...shown]).toEqual(kept());
    const third = await edited(second, { alt: { en: "An empty stage" } });
    expect(third.picture).toEqual({
      ...second.picture,
      alt: { en: "An empty stage", fr: "La scène" },
    });
    const fourth = await edited(third, { picture: null });
    expect(fourth.picture).toBeUndefined();
    expect(fourth.sequence).toBe(0);
    await follow();
    expect(kept()).toEqual([]);
  });

  it("is told where somebody else was faster, and where nothing is to be seen", async () => {
    const event = await proposed();
    await decided(event.slug, "approved");
    await expect(edited(event, { picture: null })).rejects.toMatchObject({ word: "changed-meanwhile" });
    await expect(edited(await eventNamed(event.slug), { alt: { en: "Nothing" } })).rejects.toMatchObject({
      problems: [{ pointer: "/picture", reason: "required" }],
    });
    await expect(edited(event, { picture: null }, "reviewer")).rejects.toMatchObject({ word: "not-allowed" });
    expect(kept()).toEqual([]);
  });
});

describe("whoever proposed it", () => {
  it("takes their picture away at once by their own page, and cannot show another unseen", async () => {
    const event = await proposed({ picture: base64(png(9, 9)), pictureAlt: alt });
    await decided(event.slug, "approved");
    const another = { picture: new Uint8Array(await photo(60, 30)), pictureAlt: "Something else" };
    await expect(own(event, another).done).rejects.toMatchObject({ word: "not-allowed" });
    expect(await own(event, { remove: "yes" }).done).toMatchObject({ statusCode: 303 });
    expect(await own(event, { remove: "yes" }).done).toMatchObject({ statusCode: 303 });
    expect((await eventNamed(event.slug)).picture).toBeUndefined();
    await follow();
    expect(kept()).toEqual([]);
  });

  it("shows another one at once where theirs is a member's event, which needed nobody's look", async () => {
    const event = await trusted();
    const wrong = own(event, { picture: new Uint8Array(png(9, 9)) });
    const refusal = await wrong.done.catch((error) => error);
    const problem = { type: "invalid-request", title: "", status: 400 };
    const again = await routes()["POST /organize/{token}/picture"].show?.(wrong.asked, problem, refusal);
    expect(again?.body).toMatch(/id="field-pictureAlt-problem"/);
    const sent = { picture: new Uint8Array(await photo(60, 30)), pictureAlt: "The stage" };
    expect(await own(event, sent).done).toMatchObject({ statusCode: 303 });
    expect((await eventNamed(event.slug)).picture).toMatchObject({ width: 60, alt: { en: "The stage" } });
  });
});

/** A member's event, in a campaign that publishes those. */
async function trusted(): Promise<Event> {
  const event = await proposed();
  await decided(event.slug, "approved");
  const before = await eventNamed(event.slug);
  const campaign = await scopeDetails(table, event.campaign);
  const { PutItemCommand } = await import("@aws-sdk/client-dynamodb");
  const Item = stored({ ...campaign, publishesMembersEvents: true });
  await table.client.send(new PutItemCommand({ TableName: table.name, Item }));
  return changeEvent(table, { before, after: { ...before, member: "some-member" } });
}

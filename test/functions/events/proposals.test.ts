import { beforeAll, describe, expect, it } from "vitest";
import { proposalRoutes } from "../../../functions/events/proposal-routes.ts";
import { staffRoutes } from "../../../functions/events/staff-routes.ts";
import { verifyProposal } from "../../../functions/participation/proposal.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { InvalidRequest } from "../../../shared/domain/refused.ts";
import { pictureDrawer } from "../../../shared/pictures/drawer.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { eventDetails, publishedScopes } from "../../../shared/table/scope.ts";
import type { Table } from "../../../shared/table/table.ts";
import { eventView } from "../../../shared/table/views.ts";
import { photoFiles } from "../../pictures/drawing-files.ts";
import { freshTable, later, personNamed, registered, seatsTaken, someDay, stateOf } from "./a-campaign.ts";
import { bodyOf, request } from "./request.ts";

let table: Table;
let ids = 0;
const clock = () => someDay;
beforeAll(async () => {
  table = await freshTable();
  await putSampleData(table);
});

const none = async () => undefined;
/** None of these proposals brings one. */
const scenePictures = {
  draw: pictureDrawer(photoFiles),
  store: { put: none, read: none, show: none, hide: none, remove: none },
};

const proposals = () =>
  proposalRoutes({
    table,
    origin: "https://example.org",
    personKey: async () => "key",
    clock,
    id: () => String(ids++).padStart(6, "0"),
    pictures: scenePictures,
  });
const staff = () =>
  staffRoutes({
    table,
    clock,
    id: () => String(ids++),
    origin: "https://example.org",
    linkSecret: async () => "secret",
  });

const proposal = {
  email: "ann@example.org",
  title: "Encryption for newsrooms",
  summary: "A morning for journalists.",
  starts: "2027-10-21T09:00",
  ends: "2027-10-21T11:00",
  timeZone: "Africa/Dakar",
  place: { name: "Dakar", country: "SN" },
  joinLink: "https://meet.example.org/secret",
};

const proposed = async (change: object = {}): Promise<string> =>
  bodyOf(await proposals()["POST /api/events"].handle(request({ body: { ...proposal, ...change } }))).slug;

const link = (slug: string, name = "ann") =>
  ({
    purpose: "confirm",
    person: personNamed(name),
    subject: `proposal.${slug}`,
    generation: 1,
    expires: 2e9,
  }) as const;

const decided = (slug: string, body: object, as = "organizer") =>
  staff()["POST /api/staff/events/{slug}/decision"].handle(request({ params: { slug }, body, as }));

const submitted = async (change: object = {}): Promise<string> => {
  const slug = await proposed(change);
  await verifyProposal(table, link(slug), someDay);
  return slug;
};

describe("proposing an event", () => {
  it("is seen by nobody before the address is confirmed, then by the organizers", async () => {
    const slug = await proposed();
    const waiting = async () =>
      bodyOf(
        await staff()["GET /api/staff/events"].handle(
          request({ query: { state: "submitted" }, as: "organizer" }),
        ),
      ).items.map((item: { slug: string }) => item.slug);
    expect(await waiting()).not.toContain(slug);
    await expect(decided(slug, { decision: "approved" })).rejects.toMatchObject({ word: "not-found" });
    expect((await verifyProposal(table, link(slug), someDay)).state).toBe("submitted");
    expect((await verifyProposal(table, link(slug), someDay)).state).toBe("submitted");
    expect(await waiting()).toContain(slug);
    expect((await eventDetails(table, slug))?.expiresAt).toBeUndefined();
  });

  it("is confirmed by nobody else's link", async () => {
    const slug = await proposed();
    await expect(verifyProposal(table, link(slug, "eve"), someDay)).rejects.toMatchObject({
      word: "invalid-link",
    });
  });

  it.each([
    ["an end before the start", { ends: "2027-10-21T08:00" }, "/ends", "ends-before-it-starts"],
    ["the year 9999", { starts: "9999-10-21T09:00", ends: "9999-10-21T11:00" }, "/starts", "too-far-ahead"],
    ["a day that does not exist", { starts: "2027-02-30T09:00" }, "/starts", "not-a-local-time"],
    ["an unknown zone", { timeZone: "Mars/Olympus" }, "/timeZone", "unknown-time-zone"],
    [
      "a time that does not exist",
      { starts: "2028-03-26T02:30", ends: "2028-03-26T05:00", timeZone: "Europe/Zurich" },
      "/starts",
      "time-does-not-exist",
    ],
    [
      "a time that exists twice",
      { ends: "2027-10-31T02:30", timeZone: "Europe/Zurich" },
      "/endsFold",
      "time-exists-twice",
    ],
    ["neither a place nor online", { place: undefined }, "/place/name", "online-or-a-place"],
    ["a link that is no link", { joinLink: "javascript:alert(1)" }, "/joinLink", "not-an-https-url"],
    ["no seats at all", { capacity: 0 }, "/capacity", "too-small"],
    ["a slug that is a page's", { slug: "propose" }, "/slug", "taken"],
    ["a duplicate slug", { slug: "encryption-workshop" }, "/slug", "taken"],
    ["an unknown campaign", { campaign: "nothing" }, "/campaign", "unknown-campaign"],
    ["no title", { title: " " }, "/title", "required"],
  ])("refuses %s at its field", async (_what, change, pointer, reason) => {
    await expect(proposed(change)).rejects.toMatchObject({
      problems: [expect.objectContaining({ pointer, reason })],
    });
  });

  it("is told all that is wrong at once, of fields, times and picture, each field once", async () => {
    const { title: _t, place: _p, ...wrong } = proposal;
    const body = {
      ...wrong,
      starts: "2027-03-28T02:30",
      ends: "2027-02-30T01:00",
      timeZone: "Europe/Zurich",
    };
    const disguised = { picture: Buffer.from("<html>").toString("base64") };
    const problemsOf = async (typed: object) => {
      const refused = await proposals()
        ["POST /api/events"].handle(request({ body: typed }))
        .catch((refusal) => refusal);
      if (!(refused instanceof InvalidRequest)) throw refused;
      return refused.problems.map(({ pointer, reason }) => `${pointer} ${reason}`).sort();
    };
    expect(await problemsOf({ ...body, ...disguised })).toEqual([
      "/ends not-a-local-time",
      "/picture not-a-picture",
      "/pictureAlt required",
      "/place/name online-or-a-place",
      "/title required",
    ]);
    expect(await problemsOf({ ...body, ends: "2027-03-28T05:00", capacity: "-3" })).toEqual([
      "/capacity too-small",
      "/place/name online-or-a-place",
      "/starts time-does-not-exist",
      "/title required",
    ]);
  });

  it("takes a form, and shows it again with what is wrong and what was typed", async () => {
    const route = proposals()["POST /events/propose"];
    const body = { ...proposal, online: "on", capacity: "20", languages: "fr, wo", locale: "en" };
    const taken = await route.handle(request({ form: true, path: "/events/propose", body }));
    expect(taken).toMatchObject({ statusCode: 303, headers: { location: "/check-your-mail?after=propose" } });
    const wrong = request({
      form: true,
      path: "/events/propose",
      body: { ...body, ends: "2027-10-20T10:00" },
    });
    const refusal = await route.handle(wrong).catch((error) => error);
    const problem = { type: "invalid-request", title: "", status: 400 };
    const shown = await route.show?.(wrong, problem, refusal);
    expect(shown?.body).toContain('value="Encryption for newsrooms"');
    expect(shown?.body).toContain("It must end after it begins.");
  });
});

describe("deciding on it", () => {
  it("publishes what is approved, lists it, and keeps who did it and why", async () => {
    const slug = await submitted();
    expect(bodyOf(await decided(slug, { decision: "approved", reason: "Fine." })).state).toBe("published");
    expect(bodyOf(await decided(slug, { decision: "approved" })).state).toBe("published");
    const listed = await publishedScopes(table, "event");
    expect(listed.map((item) => item.slug)).toContain(slug);
    const acts = await actsOn(table, `event.${slug}`);
    expect(acts).toMatchObject([
      { act: "event.approve", who: "staff-organizer", reason: "Fine.", to: "published" },
    ]);
  });

  it("asks back as often as it takes, and declines with a reason", async () => {
    const slug = await submitted();
    expect(bodyOf(await decided(slug, { decision: "question", reason: "Where?" }))).toMatchObject({
      state: "submitted",
      questions: 1,
    });
    expect(bodyOf(await decided(slug, { decision: "declined", reason: "Too late." })).state).toBe("declined");
    await expect(decided(slug, { decision: "approved" })).rejects.toMatchObject({ word: "not-submitted" });
  });

  it.each(["reviewer", "nobody"])("is not for a %s", async (as) => {
    const slug = await submitted();
    await expect(decided(slug, { decision: "approved" }, as)).rejects.toMatchObject({ word: "not-allowed" });
  });

  it("edits on the version that was looked at, and raises the calendar's sequence for a new time only", async () => {
    const slug = await submitted();
    const { version } = bodyOf(await decided(slug, { decision: "approved" }));
    const edit = (body: object) =>
      staff()["POST /api/staff/events/{slug}"].handle(request({ params: { slug }, body, as: "organizer" }));
    const texts = bodyOf(await edit({ version, title: "Encryption for every newsroom" }));
    expect(texts).toMatchObject({ sequence: 0, title: { en: "Encryption for every newsroom" } });
    await expect(edit({ version, title: "Another" })).rejects.toMatchObject({ word: "changed-meanwhile" });
    const moved = bodyOf(await edit({ version: texts.version, ends: "2027-10-21T12:00" }));
    expect(moved).toMatchObject({ sequence: 1, endsAt: "2027-10-21T12:00:00.000Z" });
    await expect(edit({ version: moved.version, ends: "2027-10-21T08:00" })).rejects.toMatchObject({
      problems: [{ pointer: "/ends", reason: "ends-before-it-starts" }],
    });
  });
});

describe("editing it", () => {
  const edited = async (slug: string, change: object) => {
    const version = (await eventDetails(table, slug))?.version;
    const body = { version, ...change };
    const route = staff()["POST /api/staff/events/{slug}"];
    return bodyOf(await route.handle(request({ params: { slug }, body, as: "organizer" })));
  };
  const french = {
    title: "Le chiffrement",
    summary: "Une matinée.",
    description: "Avec *thé*. <script>1</script>",
  };

  it("adds a language, corrects it, and takes it away, and leaves the others as they are", async () => {
    const slug = await submitted({ description: "With *tea*." });
    const both = await edited(slug, { texts: { fr: french } });
    expect(both.title).toEqual({ en: proposal.title, fr: french.title });
    expect(both.descriptionHtml).toEqual({
      en: "<p>With <em>tea</em>.</p>",
      fr: "<p>Avec <em>thé</em>. </p>",
    });
    const corrected = await edited(slug, { texts: { fr: { ...french, description: undefined } } });
    expect(corrected.description).toEqual({ en: "With *tea*." });
    const without = await edited(slug, { texts: { en: null } });
    expect(without.title).toEqual({ fr: french.title });
    expect(without.description).toBeUndefined();
    await expect(edited(slug, { texts: { fr: null } })).rejects.toMatchObject({
      problems: [{ pointer: "/texts", reason: "required" }],
    });
  });

  it("is shown in another language where it is not written in the reader's, and says in which", async () => {
    const slug = await submitted({ locale: "ar", title: "أمسية" });
    const event = await eventDetails(table, slug);
    if (!event) throw new Error("it is gone");
    expect(eventView(event, "fr", someDay)).toMatchObject({ title: "أمسية", lang: { title: "ar" } });
    expect(eventView(event, "ar", someDay).lang).toBeUndefined();
  });

  it("names the field of the language that is at fault", async () => {
    const slug = await submitted();
    await expect(edited(slug, { texts: { fr: { ...french, title: " " } } })).rejects.toMatchObject({
      problems: [{ pointer: "/texts/fr/title", reason: "required" }],
    });
    await expect(edited(slug, { texts: { xx: french } })).rejects.toMatchObject({ word: "invalid-request" });
  });

  it("takes away what need not be there, and a member's name with who it was", async () => {
    const slug = await submitted({ organizer: "Somebody", accessibility: "Step-free." });
    const after = await edited(slug, { organizer: "", accessibility: "", joinLink: "" });
    for (const field of ["organizer", "accessibility", "joinLink", "member"])
      expect(after[field]).toBeUndefined();
  });
});

describe("its seats", () => {
  const resized = async (slug: string, capacity: number) =>
    bodyOf(
      await staff()["POST /api/staff/events/{slug}/capacity"].handle(
        request({ params: { slug }, body: { capacity }, as: "organizer" }),
      ),
    );

  it("promote the right number when there are more, and never go below those taken", async () => {
    const slug = await submitted({ capacity: 2 });
    await decided(slug, { decision: "approved" });
    const event = await eventDetails(table, slug);
    if (!event) throw new Error("it is gone");
    for (let i = 0; i < 6; i++) await registered(table, event, { name: `c${i}`, now: later(i / 100) });
    expect((await resized(slug, 4)).seats).toEqual({ taken: 4, free: 0 });
    const states = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => stateOf(table, event, `c${i}`)));
    expect(states).toEqual(["confirmed", "confirmed", "offered", "offered", "waitlisted", "waitlisted"]);
    await expect(resized(slug, 3)).rejects.toMatchObject({ word: "capacity-below-registered" });
    expect(await seatsTaken(table, event)).toBe(4);
  });

  it("are not given any more once it is called off, not even to who is being promoted", async () => {
    const slug = await submitted({ capacity: 1 });
    await decided(slug, { decision: "approved" });
    const event = await eventDetails(table, slug);
    if (!event) throw new Error("it is gone");
    for (const [i, name] of ["d0", "d1"].entries())
      await registered(table, event, { name, now: later(i / 100) });
    const cancel = staff()["POST /api/staff/events/{slug}/cancel"].handle(
      request({ params: { slug }, body: { reason: "The hall burnt down." }, as: "organizer" }),
    );
    const { settleLine } = await import("../../../shared/table/settle-line.ts");
    await Promise.all([cancel, settleLine(table, event, { now: someDay })]);
    expect((await eventDetails(table, slug))?.state).toBe("cancelled");
    expect(await settleLine(table, event, { now: someDay })).toBe(0);
    await expect(registered(table, event, { name: "d2" })).rejects.toMatchObject({
      word: "action-cancelled",
    });
  });
});

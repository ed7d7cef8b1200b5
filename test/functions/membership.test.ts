import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../functions/edge/chain.ts";
import type { Reply } from "../../functions/edge/reply.ts";
import { applicationFile } from "../../functions/membership/application-file.ts";
import { withMemberLinks } from "../../functions/membership/link-routes.ts";
import { lookForTheirProof } from "../../functions/membership/staff-proof.ts";
import { linkToken } from "../../shared/domain/link-token.ts";
import { InvalidLink, InvalidRequest, Refused } from "../../shared/domain/refused.ts";
import { actsOn } from "../../shared/table/audit.ts";
import { holdersOf } from "../../shared/table/claim.ts";
import { contactOf } from "../../shared/table/contact.ts";
import { directoryPage } from "../../shared/table/directory.ts";
import { membersPage } from "../../shared/table/member-list.ts";
import { wishId } from "../../shared/table/member-wish.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { another, type MemberScene, memberScene } from "./member-scene.ts";

let scene: MemberScene;
beforeAll(async () => {
  scene = await memberScene();
});

/** Posts a form of the page of a contact's own link, as a browser without script does. */
async function sendForm(verb: string, id: string, { email, ...fields }: Record<string, string>) {
  const ground = { ...scene.intake(), scope: scopeCache(scene.table) };
  const token = linkToken(await scene.link(id, email ?? ""), scene.key);
  const routeKey = "POST /manage/{token}/{verb}";
  const notOurs = (): never => {
    throw new Error("it is no member's link");
  };
  const none = { handle: notOurs, show: notOurs };
  const event = {
    ...{ routeKey, rawPath: `/manage/${token}/${verb}`, pathParameters: { token, verb } },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
    requestContext: { http: { method: "POST" }, requestId: "r" },
  };
  const door = api(withMemberLinks({ [routeKey]: none }, ground));
  return (await door(event as unknown as APIGatewayProxyEventV2, {} as Context)) as Reply;
}

const word = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error) => (error instanceof Refused ? error.word : String(error)),
  );

describe("an application", () => {
  it("waits unverified, claims nothing, and is in no list", async () => {
    const org = another("Quiet Start");
    const id = await scene.apply(org);
    expect(await scene.member(id)).toMatchObject({ state: "unverified", strength: "strong", asks: 1 });
    expect(await holdersOf(scene.table, ["quiet start", "quiet-start.example"])).toEqual([
      undefined,
      undefined,
    ]);
    const { items } = await membersPage(scene.table, { state: "submitted", limit: 100 });
    expect(items.map((item) => item.id)).not.toContain(id);
  });

  it("sent twice is one application that asks twice", async () => {
    const org = another("Twice Sent");
    expect(await scene.apply(org)).toBe(await scene.apply({ ...org, organization: "TWICE  SENT, Ltd." }));
    expect(await scene.member(await scene.apply(org))).toMatchObject({ asks: 3, state: "unverified" });
  });

  it("confirmed is submitted, with name and domain claimed; confirming twice is as once", async () => {
    const org = another("Confirmed Once");
    const id = await scene.submit(org);
    const { version } = await scene.confirm(id, org.email);
    expect(version).toBe((await scene.member(id)).version);
    expect(await holdersOf(scene.table, ["confirmed once", "confirmed-once.example"])).toEqual([id, id]);
  });

  it("that was not confirmed in time is no more", async () => {
    const org = another("Too Late");
    const id = await scene.apply(org);
    scene.now = new Date("2026-12-05T09:00:00Z");
    expect(await word(scene.confirm(id, org.email))).toBe("link-expired");
    scene.now = new Date("2026-11-24T09:00:00Z");
  });

  it("of an expert claims nothing, and a namesake is another member", async () => {
    const expert = { organization: undefined, kind: undefined, website: undefined, name: "Maria Silva" };
    const one = await scene.submit({ ...expert, email: "maria@one.example" });
    const two = await scene.submit({ ...expert, email: "maria@two.example" });
    expect(await scene.member(one)).toMatchObject({ kind: "expert", what: "application", strength: "weak" });
    expect(await scene.member(two)).toMatchObject({ what: "application", state: "submitted" });
    expect((await applicationFile(scene.intake(), two, scene.now)).near.map(({ id }) => id)).toContain(one);
  });
});

describe("a second application for the same organization", () => {
  it.each([
    ["another spelling", { organization: "  THE double   Ltd. " }],
    ["a homograph", { organization: "Dоuble", website: "https://other-1.example" }],
    [
      "another name at the same domain",
      { organization: "Quite Different", website: "https://mail.double.example" },
    ],
  ])("(%s) is a request to speak for it, never a second member", async (_what, typed) => {
    const first = another("Double");
    const id = await scene.apply(first);
    if ((await scene.member(id)).state === "unverified") await scene.confirm(id, first.email);
    const email = `${_what.replaceAll(" ", "-")}@elsewhere.example`;
    const request = await scene.apply({ ...first, ...typed, email }).catch((error) => error);
    if (request instanceof InvalidRequest) return expect(request.problems[0]?.reason).toBe("mixed-scripts");
    await scene.confirm(request, email);
    expect(await scene.member(request)).toMatchObject({ what: "contact", of: id, state: "submitted" });
  });

  it("can be proven by who asks, and taken back", async () => {
    const first = another("Request Proven");
    await scene.approved(first);
    const email = "third@elsewhere.example";
    const request = await scene.submit({ ...first, email });
    scene.look = async () => "file";
    await scene.manage(request, "prove", {}, email);
    expect(await scene.member(request)).toMatchObject({ strength: "strong", proofs: [{ by: "file" }] });
    await scene.manage(request, "leave", {}, email);
    expect(await scene.member(request)).toMatchObject({ what: "contact", state: "left" });
  });

  it("once approved speaks for the member, who stays one", async () => {
    const first = another("One Member");
    const id = await scene.approved(first);
    const email = "second@elsewhere.example";
    const request = await scene.submit({ ...first, email });
    await scene.decide(request, { decision: "approved" });
    const member = await scene.member(id);
    expect(member.contacts).toHaveLength(2);
    expect(await contactOf(scene.table, member.contacts[1] ?? "", id)).toMatchObject({
      email,
      state: "confirmed",
    });
    expect((await directoryPage(scene.table, { q: "One Member" }, undefined)).items).toHaveLength(1);
  });
});

describe("a decision", () => {
  it("a second time answers as the first; another one is told what was decided", async () => {
    const id = await scene.submit(another("Decided"));
    const { version } = await scene.member(id);
    const first = await scene.decide(id, { decision: "approved", version });
    expect(await scene.decide(id, { decision: "approved", version, who: "reviewer-2" })).toEqual(first);
    await expect(scene.decide(id, { decision: "declined", version })).rejects.toMatchObject({
      word: "changed-meanwhile",
      standing: { state: "approved", decision: { who: "reviewer-1", decision: "approved" } },
    });
    expect(await word(scene.decide(id, { decision: "declined" }))).toBe("changed-meanwhile");
  });

  it("of two at once, exactly one is made", async () => {
    const id = await scene.submit(another("Contested"));
    const { version } = await scene.member(id);
    const decisions = ["approved", "declined"] as const;
    const ends = await Promise.all(
      decisions.map((decision) => word(scene.decide(id, { decision, version }))),
    );
    expect(ends.sort()).toEqual(["changed-meanwhile", "done"]);
    const acts = await actsOn(scene.table, `member.${id}`);
    expect(acts.filter(({ who }) => who === "reviewer-1")).toHaveLength(1);
  });

  it("to ask waits for the answer, which brings the application back", async () => {
    const org = another("Questioned");
    const id = await scene.submit(org);
    await scene.decide(id, { decision: "question", text: "Who are you?" });
    expect(await scene.member(id)).toMatchObject({ state: "questioned", question: { text: "Who are you?" } });
    await scene.manage(id, "answer", { text: "A library." }, org.email);
    expect(await scene.member(id)).toMatchObject({ state: "submitted", answer: { text: "A library." } });
    expect(await word(scene.manage(id, "answer", { text: "Again" }, org.email))).toBe("nothing-asked");
  });

  it("to decline gives name and domain back, keeps why, ends after its time, and lets apply again", async () => {
    const org = another("Declined");
    const id = await scene.submit(org);
    await scene.decide(id, { decision: "declined", reason: "incomplete", text: "Say more." });
    const declined = await scene.member(id);
    expect(declined).toMatchObject({
      state: "declined",
      decision: { reason: "incomplete", text: "Say more." },
    });
    expect(declined.expiresAt).toBe(scene.now.getTime() / 1000 + 180 * 86_400);
    expect((await contactOf(scene.table, declined.contacts[0] ?? "", id))?.expiresAt).toBe(
      declined.expiresAt,
    );
    expect(await holdersOf(scene.table, ["declined", "declined.example"])).toEqual([undefined, undefined]);
    expect(await scene.submit(org)).toBe(id);
    expect(await scene.member(id)).toMatchObject({ state: "submitted" });
    expect((await scene.member(id)).expiresAt).toBeUndefined();
  });

  it("can be taken back, but not where the name is another's meanwhile", async () => {
    const org = another("Taken Back");
    const id = await scene.submit(org);
    await scene.decide(id, { decision: "declined" });
    await scene.submit({ ...org, email: "somebody@else.example" });
    expect(await word(scene.decide(id, { decision: "reversed" }))).toBe("name-taken");
    const free = await scene.approved(another("Freely Reversed"));
    await scene.decide(free, { decision: "reversed", reason: "mistake" });
    expect(await scene.member(free)).toMatchObject({ state: "submitted" });
    expect(await word(scene.decide(free, { decision: "reversed", version: 1 }))).toBe("done");
  });

  it("on what is not there, or not confirmed, is refused", async () => {
    expect(await word(scene.decide("0".repeat(20), { decision: "approved" }))).toBe("no-application");
    const id = await scene.apply(another("Not Confirmed"));
    expect(await word(scene.decide(id, { decision: "approved" }))).toBe("application-not-confirmed");
  });

  it("stands in the history with who, when and why, after what the contact did", async () => {
    const id = await scene.approved(another("With History"));
    const { history, contacts } = await applicationFile(scene.intake(), id, scene.now);
    expect(history.map(({ who, act }) => `${who} ${act}`).sort()).toEqual([
      "contact application-confirmed",
      "reviewer-1 member-approved",
    ]);
    expect(contacts).toEqual([expect.objectContaining({ email: "contact@with-history.example" })]);
  });
});

describe("members by their own link", () => {
  it("correct their country at once, their name and website by review, staying listed meanwhile", async () => {
    const org = another("Old Name");
    const id = await scene.approved(org);
    await scene.manage(
      id,
      "update",
      { country: "KE", organization: "New Name", website: "https://new-name.example" },
      org.email,
    );
    expect(await scene.member(id)).toMatchObject({ name: "Old Name", country: "KE", state: "approved" });
    const { items } = await membersPage(scene.table, { state: "submitted", limit: 100 });
    const change = items.find((item) => item.what === "change" && item.of === id);
    expect(change).toMatchObject({ name: "New Name" });
    await scene.decide(change?.id ?? "", { decision: "approved" });
    expect(await scene.member(id)).toMatchObject({
      name: "New Name",
      domain: "new-name.example",
      state: "approved",
    });
    expect(await holdersOf(scene.table, ["old name", "new name"])).toEqual([undefined, id]);
    expect(await word(scene.decide(change?.id ?? "", { decision: "reversed" }))).toBe("already-decided");
  });

  it("keep what they have shown of their domain when they want another name, and show it anew for another domain", async () => {
    const org = another("Shown Before");
    const id = await scene.submit(org);
    await scene.decide(id, { decision: "question", reason: "details", text: "How many?" });
    await scene.manage(id, "answer", { text: "Twelve." }, org.email);
    await scene.decide(id, { decision: "approved" });
    await scene.manage(id, "update", { organization: "Shown After" }, org.email);
    const wished = await scene.member(wishId(id));
    expect(wished).toMatchObject({ strength: "strong", proofs: [{ by: "address" }] });
    expect([wished.question, wished.answer], "what was asked about the application").toEqual([
      undefined,
      undefined,
    ]);

    await scene.manage(id, "update", { website: "https://shown-elsewhere.example" }, org.email);
    expect(await scene.member(wishId(id))).toMatchObject({
      ...{ name: "Shown After", domain: "shown-elsewhere.example", strength: "weak", proofs: [] },
    });
    scene.look = async () => "dns";
    await scene.manage(wishId(id), "prove", {}, org.email);
    await scene.decide(wishId(id), { decision: "approved" });
    expect(await scene.member(id)).toMatchObject({
      ...{ domain: "shown-elsewhere.example", strength: "strong", proofs: [{ by: "dns" }] },
    });
  });

  it("take a wish back by wishing the entry as it is", async () => {
    const org = another("Wished Back");
    const id = await scene.approved(org);
    await scene.manage(id, "update", { organization: "Wished Otherwise" }, org.email);
    expect((await scene.member(wishId(id))).state).toBe("submitted");
    await scene.manage(id, "update", { organization: org.organization, website: org.website }, org.email);
    expect(await scene.member(wishId(id))).toMatchObject({ state: "left", contacts: [] });
    await scene.manage(id, "update", { organization: "Wished Anew" }, org.email);
    expect(await scene.member(wishId(id))).toMatchObject({ state: "submitted", name: "Wished Anew" });
  });

  it("are told where a colleague changed the entry since they opened it, and overwrite nothing unseen", async () => {
    const org = another("Two Editors");
    const id = await scene.approved(org);
    const { version } = await scene.member(id);
    const mine = { country: "KE", website: "https://www.two-editors.example", version };
    await scene.manage(id, "update", mine, org.email);
    await scene.manage(id, "update", mine, org.email);
    expect((await scene.member(id)).country, "sent twice, it is as once").toBe("KE");
    const page = await sendForm("update", id, {
      email: org.email,
      country: "FR",
      why: "Ours",
      version: `${version}`,
    });
    expect(page.statusCode).toBe(409);
    expect(page.body).toContain("Somebody else changed it meanwhile");
    expect(page.body, "what was typed").toContain(">Ours</textarea>");
    const { version: now, country } = await scene.member(id);
    expect(country).toBe("KE");
    expect(page.body).toContain(`name="version" value="${now}"`);
    const again = await sendForm("update", id, { email: org.email, country: "FR", version: `${now}` });
    expect([again.statusCode, (await scene.member(id)).country]).toEqual([303, "FR"]);
  });

  it("add a contact, who confirms; remove one, whose link is dead then; and keep the last", async () => {
    const org = another("Two Contacts");
    const id = await scene.approved(org);
    const email = "colleague@two-contacts.example";
    await scene.manage(id, "invite", { email }, org.email);
    expect((await scene.member(id)).invited).toHaveLength(1);
    await scene.confirm(id, email);
    const { contacts, invited } = await scene.member(id);
    expect([contacts.length, invited.length]).toEqual([2, 0]);
    await scene.manage(id, "remove", { contact: contacts[0] }, email);
    await expect(scene.manage(id, "update", { country: "FR" }, org.email)).rejects.toBeInstanceOf(
      InvalidLink,
    );
    await expect(scene.manage(id, "remove", { contact: contacts[1] }, email)).rejects.toBeInstanceOf(
      InvalidRequest,
    );
  });

  it("leave once: off the list, claims given back; afterwards the link does nothing more", async () => {
    const org = another("Leaving");
    const id = await scene.approved(org);
    const { version } = await scene.manage(id, "leave", {}, org.email);
    expect((await scene.manage(id, "leave", {}, org.email)).version).toBe(version);
    expect((await directoryPage(scene.table, { q: "Leaving" }, undefined)).items).toEqual([]);
    expect(await holdersOf(scene.table, ["leaving"])).toEqual([undefined]);
    expect(await word(scene.manage(id, "update", { country: "FR" }, org.email))).toBe("member-left");
  });
});

describe("a proof by the domain", () => {
  it("makes a weak application strong when it is found, and is looked for only so often a day", async () => {
    const own = await memberScene();
    const org = { ...another("Proof Needed"), email: "somebody@gmail.example" };
    const id = await own.submit(org);
    expect(await own.member(id)).toMatchObject({ strength: "weak", proofs: [] });
    own.look = async () => undefined;
    for (let i = 0; i < 9; i++) await own.manage(id, "prove", {}, org.email);
    expect(await own.member(id)).toMatchObject({ strength: "weak", looked: { looks: 9 } });
    own.look = async ({ record, value }) =>
      record === "_gec-proof.proof-needed.example" && /=[\w-]{22}$/.test(value) ? "dns" : undefined;
    await own.manage(id, "prove", {}, org.email);
    expect(await own.member(id)).toMatchObject({ strength: "strong", proofs: [{ by: "dns" }] });
    const { version } = await own.member(id);
    expect((await own.manage(id, "prove", {}, org.email)).version).toBe(version);
  });

  it("is refused the eleventh look of a day", async () => {
    const own = await memberScene();
    const org = { ...another("Impatient"), email: "somebody@gmail.example" };
    const id = await own.submit(org);
    own.look = async () => undefined;
    for (let i = 0; i < 10; i++) await own.manage(id, "prove", {}, org.email);
    await expect(own.manage(id, "prove", {}, org.email)).rejects.toBeInstanceOf(InvalidRequest);
  });
});

describe("a reviewer who looks for a proof", () => {
  const looking = async (own: MemberScene, id: string) =>
    lookForTheirProof({ ...own.intake(), look: own.look }, { id, who: "reviewer-1" });

  it("finds it or not, which stands in the history and on the page with where it is looked for", async () => {
    const own = await memberScene();
    const id = await own.submit({ ...another("Looked For"), email: "somebody@gmail.example" });
    own.look = async () => undefined;
    expect(await looking(own, id)).toMatchObject({ found: null, member: { strength: "weak" } });
    const file = await applicationFile(own.intake(), id, own.now);
    expect(file.proofPlaces).toMatchObject({ record: "_gec-proof.looked-for.example" });
    own.look = async ({ value }) => (value === file.proofPlaces?.value ? "file" : undefined);
    expect(await looking(own, id)).toMatchObject({ found: "file", member: { strength: "strong" } });
    const after = await applicationFile(own.intake(), id, own.now);
    expect(after.proofPlaces).toBeNull();
    const looks = after.history.filter(({ act }) => act === "member-proof");
    expect(looks.map(({ who, reason }) => [who, reason])).toEqual(
      expect.arrayContaining([
        ["reviewer-1", "nothing-found"],
        ["reviewer-1", "file"],
      ]),
    );
    expect(await word(looking(own, id))).toBe("nothing-to-prove");
  });

  it("may not look oftener a day than the applicant", async () => {
    const own = await memberScene();
    const id = await own.submit({ ...another("Looked Out"), email: "somebody@gmail.example" });
    own.look = async () => undefined;
    for (let i = 0; i < 10; i++) await looking(own, id);
    expect(await word(looking(own, id))).toBe("invalid-request");
    expect(await word(looking(own, "0".repeat(20)))).toBe("no-application");
  });
});

describe("counting members", () => {
  it("counts each exactly once, by kind and country, however often the stream is read, and none who left", async () => {
    const own = await memberScene();
    const orgs = ["First", "Second", "Third"].map((name) => another(`${name} Counted`));
    const ids: string[] = [];
    for (const org of orgs) ids.push(await own.approved(org));
    await own.submit(another("Not Yet"));
    const request = await own.submit({ ...orgs[0], email: "other@first.example" });
    await own.decide(request, { decision: "approved" });
    const three = { members: 3, membersBy: { kind: { "civil-society": 3 }, country: { SN: 3 } } };
    expect(await own.counted()).toEqual(three);
    expect(await own.counted()).toEqual(three);
    await own.manage(ids[0] ?? "", "leave", {}, orgs[0]?.email);
    await own.manage(ids[1] ?? "", "update", { country: "KE" }, orgs[1]?.email);
    await own.decide(ids[2] ?? "", { decision: "reversed" });
    expect(await own.counted()).toEqual({
      members: 1,
      membersBy: { kind: { "civil-society": 1 }, country: { KE: 1 } },
    });
  });
});

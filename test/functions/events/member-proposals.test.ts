import { beforeAll, describe, expect, it } from "vitest";
import { proposalRoutes } from "../../../functions/events/proposal-routes.ts";
import { verifyProposal } from "../../../functions/participation/proposal.ts";
import { personHash } from "../../../shared/domain/person-hash.ts";
import { owedToProposer } from "../../../shared/mail/owed-proposals.ts";
import { actsOn } from "../../../shared/table/audit.ts";
import { scopeKey } from "../../../shared/table/keys.ts";
import { addScope, type Campaign, eventDetails, scopePlace } from "../../../shared/table/scope.ts";
import { type MemberScene, memberScene } from "../member-scene.ts";
import { bodyOf, request } from "./request.ts";

let scene: MemberScene;
let ids = 0;

async function aCampaign(slug: string, publishesMembersEvents: boolean): Promise<void> {
  const scope = `campaign.${slug}` as const;
  const campaign: Campaign = {
    ...scopeKey(scope),
    ...{ sk: "DETAILS", entity: "scope", kind: "campaign", scope, slug, state: "published", version: 1 },
    ...{ title: { en: slug }, summary: { en: slug }, goal: null, sources: [], publishesMembersEvents },
    ...{ starts: "2027-10-21", ends: "2027-10-21" },
    ...scopePlace({ kind: "campaign", state: "published", scope }, "2027-10-21"),
  };
  await addScope(scene.table, campaign);
}

beforeAll(async () => {
  scene = await memberScene();
  await aCampaign("trusting", true);
  await aCampaign("careful", false);
});

/** Proposes and presses the link of the mail. */
async function proposed(email: string, change: { campaign?: string; organizer?: string } = {}) {
  const { table, clock, pictures } = scene;
  const routes = proposalRoutes({
    ...{ table, clock, pictures, origin: "https://example.org", personKey: async () => scene.key },
    id: () => String(ids++).padStart(6, "0"),
  });
  const body = {
    ...{ email, campaign: "trusting", title: "Keys for all", summary: "An evening.", online: true },
    ...{ starts: "2027-10-21T09:00", ends: "2027-10-21T11:00", timeZone: "Africa/Dakar", ...change },
  };
  const { slug } = bodyOf(await routes["POST /api/events"].handle(request({ body })));
  const before = await eventDetails(table, slug);
  const person = personHash(email, scene.key);
  const subject = `proposal.${slug}`;
  const link = { purpose: "confirm", person, subject, generation: 1, expires: 2e9 } as const;
  const after = await verifyProposal(table, link, clock());
  const again = await verifyProposal(table, link, clock());
  expect(again.version).toBe(after.version);
  return { before, after };
}

const applied = { email: "speaker@org.example", organization: "Org of Keys", website: "https://org.example" };

describe("an event of a member", () => {
  let id: string;
  beforeAll(async () => {
    id = await scene.approved(applied);
  });

  it("is published at once where the campaign says so, under the member's name, and told to who proposed it", async () => {
    const { before, after } = await proposed(applied.email);
    expect(after).toMatchObject({ state: "published", member: id, organizer: "Org of Keys" });
    expect(owedToProposer(before, after).map(({ kind }) => kind)).toEqual(["proposal-approved"]);
    expect(await actsOn(scene.table, after.scope)).toMatchObject([
      { act: "event.verify-member", who: `member.${id}`, to: "published" },
    ]);
  });

  it("may be named in another spelling of its name", async () => {
    const { after } = await proposed(applied.email, { organizer: "ORG OF KEYS e.V." });
    expect(after).toMatchObject({ state: "published", organizer: "Org of Keys" });
  });

  it("waits for an organizer where the campaign does not say so, and is known as the member's", async () => {
    const { after } = await proposed(applied.email, { campaign: "careful" });
    expect(after).toMatchObject({ state: "submitted", member: id });
  });
});

describe("an event that is not shown to be a member's waits for an organizer", () => {
  it("where somebody else holds it", async () => {
    const { after } = await proposed(applied.email, { organizer: "Some Other Club" });
    expect(after).toMatchObject({ state: "submitted", organizer: "Some Other Club" });
    expect(after.member).toBeUndefined();
  });

  it("where its proposer speaks for nobody, though they name a member", async () => {
    const { after } = await proposed("stranger@elsewhere.example", { organizer: "Org of Keys" });
    expect(after.state).toBe("submitted");
    expect(after.member).toBeUndefined();
  });

  it("where the member is not approved (yet)", async () => {
    await scene.submit({ email: "new@new.example", organization: "New Org", website: "https://new.example" });
    expect((await proposed("new@new.example")).after.state).toBe("submitted");
  });

  it("where the member has left", async () => {
    const gone = { email: "gone@gone.example", organization: "Gone Org", website: "https://gone.example" };
    const id = await scene.approved(gone);
    await scene.manage(id, "leave", {}, gone.email);
    expect((await proposed(gone.email)).after.state).toBe("submitted");
  });
});

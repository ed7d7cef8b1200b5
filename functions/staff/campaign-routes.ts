import {
  CampaignChange,
  CampaignsQuery,
  NewCampaign,
  StaffCampaign,
  StaffCampaigns,
} from "../../shared/contracts/campaign-staff.ts";
import type { RouteKey } from "../../shared/contracts/routes.ts";
import { campaignStates, campaignVerbs } from "../../shared/domain/campaign-states.ts";
import { UnknownVerb } from "../../shared/domain/refused.ts";
import { atLeastZero } from "../../shared/table/counts.ts";
import { headlines } from "../../shared/table/headlines.ts";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";
import type { Campaign } from "../../shared/table/scope.ts";
import { scopesPage } from "../../shared/table/scopes-by-state.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import type { Routes } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json, type Reply } from "../edge/reply.ts";
import { staffMember } from "../edge/staff.ts";
import { anyCampaign, create, decide, edit, type Work } from "./campaign-desk.ts";

export interface CampaignSurroundings {
  table: Table;
  clock: () => Date;
  id: () => string;
}

/** Campaigns as organizers make, describe, publish and close them; reviewers may read along. */
export function campaignRoutes(surroundings: CampaignSurroundings): Routes<RouteKey<"staff-campaigns">> {
  const { table, clock, id } = surroundings;
  const working = (asked: Asked): Work => ({
    ...{ table, now: clock(), id: id() },
    who: staffMember(asked, "organizer").id,
  });
  const answer = async (campaign: Campaign, status = 200): Promise<Reply> =>
    json(status, (await viewsOf(table, [campaign]))[0]);
  return {
    "GET /api/staff/campaigns": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        const { state, title, language, cursor } = check(CampaignsQuery, asked.query);
        const states = state === "any" ? campaignStates : [state];
        const { items, next } = await readingOn(
          (after) => scopesPage(table, { kind: "campaign", states }, after),
          (campaign) =>
            (!language || language in campaign.title) &&
            holdsWords([...Object.values(campaign.title), campaign.slug], title),
          readCursor(cursor, "campaigns"),
        );
        const answered = { items: await viewsOf(table, items), next: cursorOf(next, "campaigns") };
        return json(200, StaffCampaigns.parse(answered));
      },
    },
    "POST /api/staff/campaigns": {
      handle: async (asked) => answer(await create(working(asked), check(NewCampaign, asked.body)), 201),
    },
    "GET /api/staff/campaigns/{slug}": {
      async handle(asked) {
        staffMember(asked, "organizer", "reviewer");
        return answer(await anyCampaign(table, asked.params.slug));
      },
    },
    "PUT /api/staff/campaigns/{slug}": {
      async handle(asked) {
        const work = working(asked);
        return answer(await edit(work, asked.params.slug, check(CampaignChange, asked.body)));
      },
    },
    "POST /api/staff/campaigns/{slug}/{verb}": {
      async handle(asked) {
        const work = working(asked);
        const verb = campaignVerbs.find((known) => known === asked.params.verb);
        if (!verb) throw new UnknownVerb();
        return answer(await decide(work, asked.params.slug, verb));
      },
    },
  };
}

async function viewsOf(table: Table, campaigns: readonly Campaign[]): Promise<StaffCampaign[]> {
  const figures = await headlines(table);
  return campaigns.map((campaign) =>
    StaffCampaign.parse({
      ...campaign,
      senderName: campaign.senderName ?? null,
      publishesMembersEvents: campaign.publishesMembersEvents ?? false,
      people: atLeastZero(figures.get(campaign.scope)?.people),
    }),
  );
}

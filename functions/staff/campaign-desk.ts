import type { CampaignChange, NewCampaign } from "../../shared/contracts/campaign-staff.ts";
import {
  CampaignNotPossible,
  type CampaignVerb,
  campaignAnswer,
} from "../../shared/domain/campaign-states.ts";
import { ChangedMeanwhile, NotFound } from "../../shared/domain/refused.ts";
import { campaignScope, isSlug } from "../../shared/domain/scope.ts";
import { changeCampaign, makeCampaign, type Noted } from "../../shared/table/change-campaign.ts";
import { scopeKey } from "../../shared/table/keys.ts";
import { type Campaign, campaignDetails, scopePlace } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";

/** Somebody of the staff at work on campaigns. */
export interface Work {
  table: Table;
  who: string;
  now: Date;
  /** Random; names an entry of the audit list. */
  id: string;
}

/** A campaign, whatever its state; throws `NotFound`. */
export async function anyCampaign(table: Table, slug = ""): Promise<Campaign> {
  const campaign = isSlug(slug) ? await campaignDetails(table, campaignScope(slug)) : undefined;
  if (!campaign) throw new NotFound();
  return campaign;
}

/** Makes a campaign that nobody but staff can see yet. Throws `SlugTaken`. */
export async function create(work: Work, { slug, ...details }: NewCampaign): Promise<Campaign> {
  const scope = campaignScope(slug);
  const state = "draft" as const;
  const campaign: Campaign = {
    ...scopeKey(scope),
    sk: "DETAILS",
    entity: "scope",
    kind: "campaign",
    ...{ slug, scope, state, version: 1 },
    ...kept(details),
    ...scopePlace({ kind: "campaign", state, scope }, details.starts),
  };
  await makeCampaign(work.table, campaign, noted(work, { subject: scope, act: "campaign.create" }));
  return campaign;
}

/** Puts what describes it in the place of the version that somebody looked at. Throws `ChangedMeanwhile`. */
export async function edit(
  work: Work,
  slug: string | undefined,
  { version, ...details }: CampaignChange,
): Promise<Campaign> {
  const before = await anyCampaign(work.table, slug);
  if (before.version !== version) throw new ChangedMeanwhile();
  const { senderName: _s, publishesMembersEvents: _p, ...rest } = before;
  const after = { ...rest, ...kept(details) };
  const act = { subject: before.scope, act: "campaign.edit" };
  return changeCampaign(work.table, { before, after }, noted(work, act));
}

/** Does a verb of the state table. Doing it twice answers as the first time. */
export async function decide(work: Work, slug: string | undefined, verb: CampaignVerb): Promise<Campaign> {
  const before = await anyCampaign(work.table, slug);
  const answer = campaignAnswer(verb, before.state);
  if (!answer || "refuse" in answer) throw new CampaignNotPossible();
  if ("same" in answer) return before;
  const after = { ...before, state: answer.to };
  const act = { subject: before.scope, act: `campaign.${verb}`, from: before.state, to: answer.to };
  return changeCampaign(work.table, { before, after }, noted(work, act));
}

/** What is not said is not stored. */
function kept({ senderName, publishesMembersEvents, ...details }: Omit<NewCampaign, "slug">) {
  return {
    ...details,
    ...(senderName !== null && { senderName }),
    ...(publishesMembersEvents && { publishesMembersEvents }),
  };
}

function noted({ who, now, id }: Work, act: Omit<Noted["act"], "who">): Noted {
  return { act: { ...act, who }, at: now, id };
}

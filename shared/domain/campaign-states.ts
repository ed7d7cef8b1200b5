import { Refused } from "./refused.ts";

/**
 * The life of a campaign as one table: every verb in every state. `draft`: staff write it, nobody else sees it; `closed`:
 * the public sees what it came to. One that people have signed up under is never deleted.
 */
export const campaignStates = ["draft", "published", "closed"] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignVerbs = ["publish", "close"] as const;
export type CampaignVerb = (typeof campaignVerbs)[number];

type Answer = { to: CampaignState } | { same: true } | { refuse: "campaign-not-published" };

const table: Record<CampaignState, Record<CampaignVerb, Answer>> = {
  draft: { publish: { to: "published" }, close: { refuse: "campaign-not-published" } },
  published: { publish: { same: true }, close: { to: "closed" } },
  closed: { publish: { to: "published" }, close: { same: true } },
};

/** What `verb` does to a campaign that stands in `state`; undefined for a state that no campaign has. Pure. */
export function campaignAnswer(verb: CampaignVerb, state: string): Answer | undefined {
  const known = campaignStates.find((one) => one === state);
  return known && table[known][verb];
}

/** A verb that the campaign's state does not allow. */
export class CampaignNotPossible extends Refused {
  readonly word = "campaign-not-published";
}

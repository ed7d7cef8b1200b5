import { useEvery } from "../console-context.ts";
import type { Choice } from "../parts/field.tsx";
import type { Filter } from "../parts/filters.tsx";
import { t } from "../texts/texts.ts";
import { type StaffCampaign, textOf } from "./campaign.ts";

/** All campaigns, drafts too, the published first. */
export function useCampaigns(): readonly StaffCampaign[] {
  const all = useEvery<StaffCampaign>("campaigns?state=any");
  return [...all].sort((a, b) => Number(b.state === "published") - Number(a.state === "published"));
}

export function campaignChoices(campaigns: readonly StaffCampaign[]): Choice[] {
  return campaigns.map(({ slug, title }) => ({ value: slug, text: textOf(title) }));
}

export function campaignFilter(campaigns: readonly StaffCampaign[]): Filter {
  return { name: "campaign", label: t("scope.campaign"), choices: campaignChoices(campaigns) };
}

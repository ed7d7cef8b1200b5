import { useAsked } from "../console-context.ts";
import { campaignPath, type StaffCampaign, textOf } from "./campaign.ts";

/** The campaign that a thing belongs to, by its title. */
export function CampaignLink({ scope }: { scope: string }) {
  const slug = scope.slice("campaign.".length);
  const { answer } = useAsked<StaffCampaign>(campaignPath({ slug }));
  return (
    <a href={`/staff/campaigns/${slug}`}>
      <bdi>{answer ? textOf(answer.title) : slug}</bdi>
    </a>
  );
}

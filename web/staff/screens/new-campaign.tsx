import { campaignPath, type StaffCampaign, textOf } from "../campaigns/campaign.ts";
import { CampaignForm } from "../campaigns/campaign-form.tsx";
import { bodyOf, emptyCampaign, type TypedCampaign } from "../campaigns/typed-campaign.ts";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { Screen } from "../parts/screen.tsx";
import { useSending } from "../parts/sending.ts";
import { listAddress } from "../parts/up.ts";
import { go } from "../place.ts";
import { t } from "../texts/texts.ts";

/** A campaign to be made; it is a draft that nobody sees until it is published. */
export function NewCampaignScreen() {
  const { ask, say } = useConsole();
  const [typed, setTyped, forget] = useDraft<TypedCampaign>("campaign.new", emptyCampaign);
  const sending = useSending();
  const submit = () =>
    sending.send(async () => {
      const made = await ask<StaffCampaign>("campaigns", { method: "POST", body: bodyOf(typed) });
      forget();
      say(t("campaign.made", { name: textOf(made.title) }));
      go(`/staff/${campaignPath(made)}`);
    });
  const drop = (): void => {
    forget();
    go(listAddress("campaigns"));
  };
  return (
    <Screen
      title={t("campaigns.new")}
      lead={t("campaigns.new.lead")}
      up={{ href: listAddress("campaigns"), text: t("campaigns.title") }}
    >
      <CampaignForm
        title={t("campaign.describe")}
        {...{ typed, sending, submit, drop }}
        change={setTyped}
        button={t("campaigns.new.button")}
      />
    </Screen>
  );
}

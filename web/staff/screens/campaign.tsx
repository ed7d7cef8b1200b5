import { useState } from "preact/hooks";
import { auditHref } from "../audit/subject.tsx";
import { campaignPath, type StaffCampaign, textOf } from "../campaigns/campaign.ts";
import { CampaignFacts } from "../campaigns/campaign-facts.tsx";
import { CampaignVerbs } from "../campaigns/campaign-verbs.tsx";
import { draftOf, EditCampaign } from "../campaigns/edit-campaign.tsx";
import { useAsked, useConsole, useMayAs } from "../console-context.ts";
import { isDraft } from "../drafts.ts";
import { Loaded } from "../parts/loaded.tsx";
import { Screen } from "../parts/screen.tsx";
import { SeeAlso } from "../parts/see-also.tsx";
import { listAddress } from "../parts/up.ts";
import { registrantsHref } from "../registrants/scope.ts";
import { t, wordText } from "../texts/texts.ts";

/** One campaign: how it stands and what describes it, its editor, and what may be done with it. */
export function CampaignScreen({ slug }: { slug: string }) {
  const asked = useAsked<StaffCampaign>(campaignPath({ slug }));
  const up = { href: listAddress("campaigns"), text: t("campaigns.title") };
  return (
    <Loaded
      asked={asked}
      title={t("campaigns.title")}
      up={up}
      show={(campaign) => <Campaign campaign={campaign} again={asked.again} up={up} />}
    />
  );
}

interface CampaignProps {
  campaign: StaffCampaign;
  again: () => void;
  up: { href: string; text: string };
}

function Campaign({ campaign, again, up }: CampaignProps) {
  const { say } = useConsole();
  const mayAct = useMayAs("organizer");
  const [isEditing, setEditing] = useState(() => mayAct && isDraft(draftOf(campaign)));
  const done = (text: string): void => {
    say(text);
    setEditing(false);
    again();
  };
  const { state, scope, slug } = campaign;
  const isKnown = state !== "draft";
  return (
    <Screen
      title={textOf(campaign.title)}
      up={up}
      beside={<span class={`tag state-${state}`}>{wordText("state", state)}</span>}
    >
      {isEditing ? (
        <EditCampaign {...{ campaign, done, again }} close={() => setEditing(false)} />
      ) : (
        <div class="desk">
          <div class="desk-main">
            <CampaignFacts campaign={campaign} edit={mayAct ? () => setEditing(true) : undefined} />
          </div>
          <div class="desk-side">
            {mayAct && <CampaignVerbs campaign={campaign} done={done} />}
            <SeeAlso
              ways={[
                isKnown && { href: `/campaigns/${slug}`, text: t("event.address"), isPublic: true },
                isKnown && mayAct && { href: registrantsHref(scope), text: t("registrants.link"), key: "r" },
                isKnown && { href: `/staff/metrics?campaign=${slug}`, text: t("nav.metrics") },
                { href: auditHref(scope), text: t("audit.link") },
              ]}
            />
          </div>
        </div>
      )}
    </Screen>
  );
}

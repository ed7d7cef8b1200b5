import { useState } from "preact/hooks";
import { useConsole } from "../console-context.ts";
import { Confirm } from "../parts/confirm.tsx";
import { t } from "../texts/texts.ts";
import { campaignPath, type StaffCampaign, textOf } from "./campaign.ts";

type Verb = "publish" | "close";

interface CampaignVerbsProps {
  campaign: StaffCampaign;
  done: (text: string) => void;
}

/** What may be done with a campaign in its state; each is asked for twice, since the public sees it at once. */
export function CampaignVerbs({ campaign, done }: CampaignVerbsProps) {
  const { ask } = useConsole();
  const [chosen, choose] = useState<Verb>();
  const verb: Verb = campaign.state === "published" ? "close" : "publish";
  const name = textOf(campaign.title);
  return (
    <section class="card">
      <h2>{t("event.do")}</h2>
      <p>{t(`campaign.verb.${verb}.text`)}</p>
      <p class="actions">
        <button
          type="button"
          class={verb === "close" ? "button-quiet" : undefined}
          onClick={() => choose(verb)}
        >
          {t(`campaign.verb.${verb}`)}
        </button>
      </p>
      {chosen && (
        <Confirm
          title={t(`campaign.verb.${chosen}.ask`, { name })}
          text={t(`campaign.verb.${chosen}.text`)}
          button={t(`campaign.verb.${chosen}`)}
          act={async () => {
            await ask(campaignPath(campaign, chosen), { method: "POST", body: {} });
            done(t(`event.done.${chosen}`, { name }));
          }}
          close={() => choose(undefined)}
        />
      )}
    </section>
  );
}

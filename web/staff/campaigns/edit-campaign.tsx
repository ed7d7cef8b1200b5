import { nativeNames } from "../../../shared/locales/languages.ts";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { useSending } from "../parts/sending.ts";
import { type Difference, Stale } from "../parts/stale.tsx";
import { t } from "../texts/texts.ts";
import { campaignPath, type StaffCampaign } from "./campaign.ts";
import { CampaignForm } from "./campaign-form.tsx";
import { bodyOf, type TypedCampaign, typedOf } from "./typed-campaign.ts";

interface EditCampaignProps {
  campaign: StaffCampaign;
  done: (text: string) => void;
  /** Asks how it stands now. */
  again: () => void;
  close: () => void;
}

export const draftOf = ({ slug }: StaffCampaign): string => `campaign.${slug}.edit`;

/** The editor of a campaign. What is typed is a draft until it is saved on the version that was opened. */
export function EditCampaign({ campaign, done, again, close }: EditCampaignProps) {
  const { ask } = useConsole();
  const [typed, setTyped, forget] = useDraft<TypedCampaign>(draftOf(campaign), typedOf(campaign));
  const sending = useSending();
  const isStale = typed.version !== campaign.version;
  const submit = () =>
    sending.send(
      async () => {
        await ask(campaignPath(campaign), { method: "PUT", body: bodyOf(typed) });
        forget();
        done(t("campaign.saved"));
      },
      ({ type }) => {
        if (type === "changed-meanwhile") again();
        return type === "changed-meanwhile";
      },
    );
  const drop = (): void => {
    forget();
    close();
  };
  const above = isStale && (
    <Stale
      differences={differencesOf(typedOf(campaign), typed)}
      keep={() => setTyped({ ...typed, version: campaign.version })}
      drop={drop}
    />
  );
  return (
    <CampaignForm
      title={t("event.edit")}
      {...{ typed, sending, submit, drop, above }}
      change={setTyped}
      button={t("event.save")}
      disabled={isStale}
    />
  );
}

const plainFields = {
  starts: "campaign.starts",
  ends: "campaign.ends",
  goal: "campaign.goal",
  senderName: "campaign.sender",
  sources: "campaign.sources",
} as const;

/** The fields in which what stands now and what was typed differ. */
function differencesOf(now: TypedCampaign, typed: TypedCampaign): Difference[] {
  const plain = Object.entries(plainFields).map(([name, label]) => {
    const field = name as keyof typeof plainFields;
    return { label: t(label), theirs: now[field], mine: typed[field] };
  });
  const texts = (["title", "summary"] as const).flatMap((field) =>
    Object.entries(nativeNames).map(([locale, language]) => ({
      label: t(`campaign.${field}.in`, { language }),
      theirs: now[field][locale] ?? "",
      mine: typed[field][locale] ?? "",
    })),
  );
  const yesOrNo = (is: boolean) => t(is ? "yes" : "no");
  const ticked = {
    label: t("campaign.members-events"),
    theirs: yesOrNo(now.publishesMembersEvents),
    mine: yesOrNo(typed.publishesMembersEvents),
  };
  return [...texts, ...plain, ticked].filter(({ theirs, mine }) => theirs !== mine);
}

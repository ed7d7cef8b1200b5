import { nativeNames } from "../../../shared/locales/languages.ts";
import { Facts } from "../parts/facts.tsx";
import { numberText, t } from "../texts/texts.ts";
import { datesText, type StaffCampaign } from "./campaign.ts";

/** How a campaign stands, and all that describes it. */
export function CampaignFacts({
  campaign,
  edit,
}: {
  campaign: StaffCampaign;
  edit: (() => void) | undefined;
}) {
  const { title, summary, goal, people, sources, senderName } = campaign;
  return (
    <section class="card">
      {goal !== null && (
        <div>
          <progress max={goal} value={Math.min(people, goal)} aria-label={t("campaign.progress")} />
          <p>{t("campaign.people-of", { people: numberText(people), goal: numberText(goal) })}</p>
        </div>
      )}
      {Object.keys(title).map((locale) => (
        <div key={locale} lang={locale} class="in-language">
          <p class="hint" lang={locale}>
            {nativeNames[locale as keyof typeof nativeNames] ?? locale}
          </p>
          <h2 dir="auto">{title[locale]}</h2>
          <p dir="auto">{summary[locale]}</p>
        </div>
      ))}
      <Facts
        facts={[
          [t("campaign.dates"), datesText(campaign)],
          [t("campaign.goal"), goal === null ? t("campaign.no-goal") : numberText(goal)],
          [t("campaign.people"), numberText(people)],
          [t("campaign.sender"), senderName ?? t("campaign.sender.ours")],
          [t("campaign.sources"), sources.join(", ")],
          [t("campaign.members-events"), t(campaign.publishesMembersEvents ? "yes" : "no")],
        ]}
      />
      {edit && (
        <p class="actions">
          <button type="button" class="button-quiet" data-key="e" aria-keyshortcuts="e" onClick={edit}>
            {t("event.edit")}
          </button>
        </p>
      )}
    </section>
  );
}

import { slugFrom } from "../../../shared/domain/slug-from.ts";
import type { StaffCampaign } from "../campaigns/campaign.ts";
import { campaignChoices } from "../campaigns/campaign-choices.ts";
import { useConsole } from "../console-context.ts";
import { useDraft } from "../drafts.ts";
import { ChoiceField, LongTextField, TextField } from "../parts/field.tsx";
import { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { go } from "../place.ts";
import { t } from "../texts/texts.ts";
import type { SignableKind, StaffSignable } from "./staff-signable.ts";

const nothing = { title: "", slug: "", summary: "", campaign: "" };

/** Begins a pledge or a statement: a draft that nobody sees until its first text is published. */
export function NewForm({ kind, campaigns }: { kind: SignableKind; campaigns: readonly StaffCampaign[] }) {
  const { ask } = useConsole();
  const [typed, setTyped, forget] = useDraft(`new.${kind}`, {
    ...nothing,
    campaign: campaigns[0]?.slug ?? "",
  });
  const sending = useSending();
  const slug = typed.slug || (slugFrom(typed.title) ?? "");
  const submit = () =>
    sending.send(async () => {
      const { title, summary } = typed;
      const body = { slug, campaign: typed.campaign, title: { en: title }, summary: { en: summary } };
      const made = await ask<StaffSignable>(`${kind}s`, { method: "POST", body });
      forget();
      go(`/staff/${kind}s/${made.slug}`);
    });
  return (
    <SentForm title={t(`${kind}s.new`)} sending={sending} submit={submit} button={t(`${kind}s.new.button`)}>
      <p>{t("signable.new.lead")}</p>
      <TextField
        name="new-title"
        label={t("signable.new.title")}
        problem={sending.problemOf("/title/en") ?? sending.problemOf("/title")}
        value={typed.title}
        change={(title) => setTyped({ ...typed, title })}
        input={{ type: "text", required: true, maxLength: 150, autoComplete: "off" }}
      />
      <LongTextField
        name="new-summary"
        label={t("signable.new.summary")}
        hint={t("signable.summary.hint")}
        problem={sending.problemOf("/summary/en") ?? sending.problemOf("/summary")}
        value={typed.summary}
        change={(summary) => setTyped({ ...typed, summary })}
        rows={3}
        required
      />
      <TextField
        name="new-slug"
        label={t("signable.new.slug")}
        hint={t("signable.new.slug.hint", { path: `/${kind}s/${slug || "…"}` })}
        problem={sending.problemOf("/slug")}
        value={slug}
        change={(next) => setTyped({ ...typed, slug: next })}
        input={{ type: "text", required: true, maxLength: 64, autoComplete: "off", spellcheck: false }}
      />
      <ChoiceField
        name="new-campaign"
        label={t("scope.campaign")}
        problem={sending.problemOf("/campaign")}
        value={typed.campaign}
        choices={campaignChoices(campaigns)}
        change={(next) => setTyped({ ...typed, campaign: next })}
        required
      />
    </SentForm>
  );
}

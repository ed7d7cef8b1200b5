import type { ComponentChildren } from "preact";
import { slugFrom } from "../../../shared/domain/slug-from.ts";
import { TextField } from "../parts/field.tsx";
import type { useSending } from "../parts/sending.ts";
import { SentForm } from "../parts/sent-form.tsx";
import { t } from "../texts/texts.ts";
import { CampaignPreview } from "./campaign-preview.tsx";
import { LanguageTexts } from "./language-texts.tsx";
import type { TypedCampaign } from "./typed-campaign.ts";

interface CampaignFormProps {
  title: string;
  typed: TypedCampaign;
  change: (typed: TypedCampaign) => void;
  sending: ReturnType<typeof useSending>;
  submit: () => void;
  button: string;
  disabled?: boolean;
  drop: () => void;
  /** Above the fields: what has changed meanwhile. */
  above?: ComponentChildren;
}

/** All that describes a campaign, and beside it what the public will read. */
export function CampaignForm({ typed, change, sending, above, drop, ...form }: CampaignFormProps) {
  const { problemOf } = sending;
  const set = (changes: Partial<TypedCampaign>) => change({ ...typed, ...changes });
  const isNew = typed.version === 0;
  return (
    <div class="desk">
      <div class="desk-main">
        <SentForm
          {...form}
          sending={sending}
          beside={
            <button type="button" class="button-quiet" onClick={drop}>
              {t("decide.drop")}
            </button>
          }
        >
          {above}
          <LanguageTexts
            title={typed.title}
            summary={typed.summary}
            problemOf={problemOf}
            change={(texts) => set({ ...texts, ...(isNew && proposedSlug(typed, texts.title.en ?? "")) })}
          />
          {isNew && (
            <TextField
              name="slug"
              label={t("campaign.slug")}
              hint={t("campaign.slug.hint")}
              value={typed.slug}
              problem={problemOf("/slug")}
              change={(slug) => set({ slug })}
              input={{ type: "text", required: true, autoComplete: "off", spellcheck: false, maxLength: 64 }}
            />
          )}
          <div class="field-row">
            <TextField
              name="starts"
              label={t("campaign.starts")}
              value={typed.starts}
              problem={problemOf("/starts")}
              change={(starts) => set({ starts, ...(typed.ends < starts && { ends: starts }) })}
              input={{ type: "date", required: true }}
            />
            <TextField
              name="ends"
              label={t("campaign.ends")}
              value={typed.ends}
              problem={problemOf("/ends")}
              change={(ends) => set({ ends })}
              input={{ type: "date", required: true }}
            />
          </div>
          <TextField
            name="goal"
            label={t("campaign.goal")}
            hint={t("campaign.goal.hint")}
            value={typed.goal}
            problem={problemOf("/goal")}
            change={(goal) => set({ goal })}
            input={{ type: "number", min: 1, autoComplete: "off" }}
          />
          <Settings typed={typed} set={set} problemOf={problemOf} />
        </SentForm>
      </div>
      <div class="desk-side">
        <CampaignPreview typed={typed} />
      </div>
    </div>
  );
}

/** The slug follows the title until somebody has typed another. */
function proposedSlug({ slug, title }: TypedCampaign, next: string): { slug?: string } {
  return slug === (slugFrom(title.en ?? "") ?? "") ? { slug: slugFrom(next) ?? "" } : {};
}

function Settings(props: {
  typed: TypedCampaign;
  set: (changes: Partial<TypedCampaign>) => void;
  problemOf: (pointer: string) => string | undefined;
}) {
  const { typed, set, problemOf } = props;
  const sourceProblem = typed.sources
    .split(/[\s,;]+/)
    .map((_, i) => problemOf(`/sources/${i}`))
    .find(Boolean);
  return (
    <fieldset class="language">
      <legend>{t("campaign.settings")}</legend>
      <TextField
        name="senderName"
        label={t("campaign.sender")}
        hint={t("campaign.sender.hint")}
        value={typed.senderName}
        problem={problemOf("/senderName")}
        change={(senderName) => set({ senderName })}
        input={{ type: "text", autoComplete: "off", maxLength: 60 }}
      />
      <TextField
        name="sources"
        label={t("campaign.sources")}
        hint={t("campaign.sources.hint")}
        value={typed.sources}
        problem={problemOf("/sources") ?? sourceProblem}
        change={(sources) => set({ sources })}
        input={{ type: "text", autoComplete: "off", spellcheck: false }}
      />
      <div class="field tick">
        <input
          id="members-events"
          type="checkbox"
          aria-describedby="members-events-hint"
          checked={typed.publishesMembersEvents}
          onChange={({ currentTarget }) => set({ publishesMembersEvents: currentTarget.checked })}
        />
        <label for="members-events">{t("campaign.members-events")}</label>
      </div>
      <p class="hint" id="members-events-hint">
        {t("campaign.members-events.hint")}
      </p>
    </fieldset>
  );
}

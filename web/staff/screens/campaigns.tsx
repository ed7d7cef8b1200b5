import { datesText, type StaffCampaign, textOf } from "../campaigns/campaign.ts";
import { useAsked, useMayAs } from "../console-context.ts";
import { Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List, type Page } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { languagesText } from "../signables/staff-signable.ts";
import { siteLanguages } from "../texts/choices.ts";
import { numberText, t, wordText } from "../texts/texts.ts";

const states = ["published", "draft", "closed"];

/** Campaigns by state; the published ones unless another is chosen. */
export function CampaignsScreen() {
  const { query } = usePlace();
  const mayMake = useMayAs("organizer");
  const asked = useAsked<Page<StaffCampaign>>(`campaigns?${query}`);
  noteList("campaigns");
  return (
    <Screen
      title={t("campaigns.title")}
      lead={t("campaigns.lead")}
      beside={
        mayMake && (
          <a class="button small" href="/staff/campaigns/new" data-key="c" aria-keyshortcuts="c">
            {t("campaigns.new")}
          </a>
        )
      }
    >
      <Filters
        filters={[
          { name: "title", label: t("event.title"), text: true },
          {
            name: "state",
            label: t("field.state"),
            choices: [...wordChoices("state", states), { value: "any", text: t("list.any") }],
            standard: "published",
          },
          { name: "language", label: t("registrants.language"), choices: siteLanguages },
        ]}
      />
      <List
        caption={t("campaigns.title")}
        asked={asked}
        columns={columns(query.get("state") === "any")}
        id={({ slug }) => slug}
        href={({ slug }) => `/staff/campaigns/${slug}`}
        empty={t("campaigns.empty")}
      />
    </Screen>
  );
}

function columns(isOfAnyState: boolean): Column<StaffCampaign>[] {
  return [
    { title: t("event.title"), cell: ({ title }) => <bdi>{textOf(title)}</bdi> },
    { title: t("campaign.dates"), cell: datesText },
    { title: t("campaign.people"), cell: ({ people }) => numberText(people) },
    {
      title: t("campaign.goal"),
      cell: ({ goal }) => (goal === null ? t("campaign.no-goal") : numberText(goal)),
    },
    ...(isOfAnyState
      ? [{ title: t("field.state"), cell: ({ state }: StaffCampaign) => wordText("state", state) }]
      : []),
    { title: t("event.languages"), cell: ({ title }) => languagesText(Object.keys(title)) },
  ];
}

import type * as z from "zod";
import type { NewsList } from "../../../shared/contracts/news.ts";
import { newsStates } from "../../../shared/domain/news-states.ts";
import { useAsked } from "../console-context.ts";
import { BeginForm } from "../news/begin-form.tsx";
import type { MailingRow } from "../news/mailing.ts";
import { Filters, wordChoices } from "../parts/filters.tsx";
import { type Column, List } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { languagesText } from "../signables/staff-signable.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** A campaign's news: what was sent, what goes out, what is being written. */
export function NewsScreen() {
  const { query } = usePlace();
  const asked = useAsked<z.infer<typeof NewsList>>(`news?${query}`);
  const campaigns = asked.answer?.campaigns ?? [];
  const titleOf = (campaign: string) => campaigns.find(({ slug }) => slug === campaign)?.title ?? campaign;
  noteList("news");
  return (
    <Screen title={t("news.title")} lead={t("news.lead")}>
      {campaigns.length > 0 && <BeginForm campaigns={campaigns} />}
      <Filters
        filters={[
          { name: "subject", label: t("news.subject"), text: true },
          {
            name: "state",
            label: t("field.state"),
            choices: wordChoices("state", newsStates),
          },
          {
            name: "campaign",
            label: t("news.campaign"),
            choices: campaigns.map(({ slug, title }) => ({ value: slug, text: title })),
          },
        ]}
      />
      <List
        caption={t("news.title")}
        asked={asked}
        columns={columns(titleOf)}
        id={({ id }) => id}
        href={({ id }) => `/staff/news/${id}`}
        empty={t("news.empty")}
      />
    </Screen>
  );
}

function columns(titleOf: (campaign: string) => string): Column<MailingRow>[] {
  return [
    {
      title: t("news.subject"),
      cell: ({ subject }) => (subject === null ? t("news.no-text") : <bdi>{subject}</bdi>),
    },
    { title: t("news.campaign"), cell: ({ campaign }) => <bdi>{titleOf(campaign)}</bdi> },
    { title: t("field.state"), cell: ({ state }) => wordText("state", state) },
    { title: t("news.text"), cell: ({ locales }) => languagesText(locales) || t("none") },
    { title: t("news.when"), cell: (row) => momentText(whenOf(row)) },
  ];
}

/** The moment that matters most: when it went out, is to go out, or was begun. */
function whenOf({ startedAt, sendAt, createdAt }: MailingRow): string {
  return startedAt ?? sendAt ?? createdAt;
}

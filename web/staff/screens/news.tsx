import type * as z from "zod";
import type { NewsList } from "../../../shared/contracts/news.ts";
import { newsStates } from "../../../shared/domain/news-states.ts";
import { useAsked } from "../console-context.ts";
import { BeginForm } from "../news/begin-form.tsx";
import type { MailingRow } from "../news/mailing.ts";
import { Filters } from "../parts/filters.tsx";
import { type Column, List } from "../parts/list.tsx";
import { Screen } from "../parts/screen.tsx";
import { noteList } from "../parts/up.ts";
import { usePlace } from "../place.ts";
import { momentText, t, wordText } from "../texts/texts.ts";

/** A campaign's news: what was sent, what goes out, what is being written. */
export function NewsScreen() {
  const { query } = usePlace();
  const asked = useAsked<z.infer<typeof NewsList>>(`news?${query}`);
  const isFiltered = ["state", "campaign"].some((name) => query.has(name));
  const campaigns = asked.answer?.campaigns ?? [];
  noteList("news");
  return (
    <Screen title={t("news.title")} lead={t("news.lead")}>
      {campaigns.length > 0 && <BeginForm campaigns={campaigns} />}
      <Filters
        filters={[
          {
            name: "state",
            label: t("field.state"),
            choices: newsStates.map((value) => ({ value, text: wordText("state", value) })),
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
        columns={columns()}
        id={({ id }) => id}
        href={({ id }) => `/staff/news/${id}`}
        empty={<p>{t(isFiltered ? "members.empty.filtered" : "news.empty")}</p>}
      />
    </Screen>
  );
}

function columns(): Column<MailingRow>[] {
  return [
    {
      title: t("news.subject"),
      cell: ({ subject }) => (subject === null ? t("news.no-text") : <bdi>{subject}</bdi>),
    },
    { title: t("news.campaign"), cell: ({ campaign }) => campaign },
    { title: t("field.state"), cell: ({ state }) => wordText("state", state) },
    { title: t("news.text"), cell: ({ locales }) => locales.join(", ") || t("none") },
    { title: t("news.when"), cell: (row) => momentText(whenOf(row)) },
  ];
}

/** The moment that matters most: when it went out, is to go out, or was begun. */
function whenOf({ startedAt, sendAt, createdAt }: MailingRow): string {
  return startedAt ?? sendAt ?? createdAt;
}

import type { EventFilter } from "../../shared/domain/event-filter.ts";
import { speak } from "../../shared/locales/speak.ts";
import { calendarIn, to } from "../link.ts";
import { document } from "../parts/document.ts";
import { EventFilterForm, queryOf } from "../parts/event-filter.tsx";
import { EventList } from "../parts/event-list.tsx";
import { Frame } from "../parts/frame.tsx";
import type { EventView, View } from "../view.ts";

/** Events as they come, those that are over below. */
export function eventsPage({
  view,
  events,
  filter = {},
}: {
  view: View;
  events: readonly EventView[];
  filter?: EventFilter;
}): string {
  const { t } = speak(view.locale);
  const past = events.filter(({ status }) => status === "past");
  const coming = events.filter(({ status }) => status !== "past");
  return document(
    <Frame
      view={view}
      title={t("page.events.title")}
      description={t("page.events.lead")}
      islands={["local-times.js"]}
    >
      <h1>{t("page.events.title")}</h1>
      <p class="lead">{t("page.events.lead")}</p>
      <EventFilterForm view={view} filter={filter} />
      {coming.length > 0 ? (
        <EventList view={view} events={coming} level={2} />
      ) : (
        <p class="notice">{t("page.events.none")}</p>
      )}
      <p>
        <a class="button-quiet" href={calendarIn(view, `/api/events.ics${queryOf(filter)}`)}>
          {t("page.events.calendar")}
        </a>{" "}
        <a class="button-quiet" href={to(view, "/events/propose")}>
          {t("page.propose.link")}
        </a>
      </p>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t("page.events.past")}</h2>
          <EventList view={view} events={past} />
        </section>
      )}
    </Frame>,
  );
}

import type { EventFilter } from "../../shared/domain/event-filter.ts";
import { speak } from "../../shared/locales/speak.ts";
import { calendarIn, to } from "../link.ts";
import { document } from "../parts/document.ts";
import { EventFilterForm, queryOf } from "../parts/event-filter.tsx";
import { EventList } from "../parts/event-list.tsx";
import { Frame } from "../parts/frame.tsx";
import type { EventView, View } from "../view.ts";

export interface EventsPageProps {
  view: View;
  events: readonly EventView[];
  filter?: EventFilter;
  /** Where the list goes on; null at its end. */
  next?: string | null;
}

/** Events as they come; with `past`, the archive, the latest first. */
export function eventsPage(props: EventsPageProps): string {
  const { view, events, filter = {}, next } = props;
  const { t } = speak(view.locale);
  const isPast = filter.past === true;
  const [title, lead] = isPast
    ? [t("page.events.past"), t("page.events.past.lead")]
    : [t("page.events.title"), t("page.events.lead")];
  return document(
    <Frame view={view} title={title} description={lead} islands={["local-times.js"]}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <EventFilterForm view={view} filter={filter} />
      {events.length > 0 ? (
        <EventList view={view} events={events} level={2} />
      ) : (
        <p class="notice">{t(isPast ? "page.events.past.none" : "page.events.none")}</p>
      )}
      {next && (
        <p>
          <a class="button-quiet" href={to(view, `/events${queryOf({ ...filter, cursor: next })}`)}>
            {t("page.events.more")}
          </a>
        </p>
      )}
      <Elsewhere {...props} />
    </Frame>,
  );
}

/** The same list as a calendar, the other half of it, and how to add to it. */
function Elsewhere({ view, filter = {} }: EventsPageProps) {
  const { t } = speak(view.locale);
  const isPast = filter.past === true;
  const other = queryOf({ ...filter, past: isPast ? undefined : true });
  return (
    <p class="actions">
      {!isPast && (
        <a class="button-quiet" href={calendarIn(view, `/api/events.ics${queryOf(filter)}`)}>
          {t("page.events.calendar")}
        </a>
      )}
      <a class="button-quiet" href={to(view, "/events/propose")}>
        {t("page.propose.link")}
      </a>
      <a href={to(view, `/events${other}`)}>
        {t(isPast ? "page.events.coming.link" : "page.events.past.link")}
      </a>
    </p>
  );
}

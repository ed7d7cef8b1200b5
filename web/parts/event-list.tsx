import { type Locale, remembered, speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { EventView, View } from "../view.ts";
import { between } from "../words.ts";
import { Moment, whereOf } from "./when.tsx";

/** Events as a list, each with its day set large. `level` is that of the titles' headings. */
export function EventList({
  view,
  events,
  level = 3,
}: {
  view: View;
  events: readonly EventView[];
  level?: 2 | 3 | 4;
}) {
  return (
    <ul class="events">
      {events.map((event) => (
        <EventItem view={view} event={event} level={level} key={event.slug} />
      ))}
    </ul>
  );
}

function EventItem({ view, event, level }: { view: View; event: EventView; level: 2 | 3 | 4 }) {
  const { t } = speak(view.locale);
  const Heading = `h${level}` as const;
  return (
    <li class="event">
      <DayLeaf view={view} event={event} />
      <div class="event-words">
        <Heading>
          <a href={to(view, `/events/${event.slug}`)}>
            <bdi lang={event.lang?.title}>{event.title}</bdi>
          </a>
        </Heading>
        <p class="event-when">
          <Moment view={view} at={event.startsAt} timeZone={event.timeZone} />
          {between}
          <span>{whereOf(view, event)}</span>
        </p>
        <p>
          <bdi lang={event.lang?.summary}>{event.summary}</bdi>
        </p>
        {event.status !== "open" && <p class="tag">{t(`page.event.status.${event.status}`)}</p>}
      </div>
    </li>
  );
}

const leaves = remembered((locale: Locale) =>
  remembered((timeZone: string) => {
    const part = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return {
      month: part({ month: "short" }),
      day: part({ day: "numeric" }),
      year: part({ year: "numeric" }),
    };
  }),
);

/** A leaf of a calendar, for the eye alone: the day is said in words beside it. */
function DayLeaf({ view, event }: { view: View; event: EventView }) {
  const at = new Date(event.startsAt);
  const { month, day, year } = leaves(view.locale)(event.timeZone);
  return (
    <p class="leaf" aria-hidden="true">
      <span class="leaf-month">{month.format(at)}</span>
      <span class="leaf-day">{day.format(at)}</span>
      <span class="leaf-year">{year.format(at)}</span>
    </p>
  );
}

import { Facts } from "../parts/facts.tsx";
import { countryText, t } from "../texts/texts.ts";
import type { StaffEvent } from "./staff-event.ts";

/** All that an event says of itself, as the public will read it and beyond. */
export function EventFacts({ event, edit }: { event: StaffEvent; edit: (() => void) | undefined }) {
  const { place, seats } = event;
  return (
    <section class="card">
      <p class="lead" dir="auto">
        {event.summary.en}
      </p>
      <Facts
        facts={[
          [t("event.starts"), `${event.starts.replace("T", " ")} (${event.timeZone})`],
          [t("event.ends"), event.ends.replace("T", " ")],
          [t("event.place"), place && `${place.name}, ${countryText(place.country)}`],
          [t("event.online"), event.online ? t("yes") : t("no")],
          [t("event.join-link"), event.joinLink],
          [t("event.organizer"), event.organizer],
          [t("event.languages"), event.languages?.join(", ")],
          [t("event.accessibility"), event.accessibility],
          [t("event.capacity"), event.capacity ?? t("event.unlimited")],
          [t("event.seats"), seats && t("event.seats.figures", seats)],
          [t("event.reason"), event.reason],
          [
            t("event.address"),
            <a href={`/events/${event.slug}`} target="_blank" rel="noreferrer" key="page">
              /events/{event.slug}
            </a>,
          ],
        ]}
      />
      {event.description && (
        <p class="said-by" dir="auto">
          {event.description}
        </p>
      )}
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

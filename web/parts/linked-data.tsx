import { speak } from "../../shared/locales/speak.ts";
import { pathIn } from "../link.ts";
import type { EventView, View } from "../view.ts";

/**
 * Facts for search engines, as JSON-LD. Browsers run no block of this type, so that no content policy concerns it (HTML
 * standard, “prepare the script element”: other types are data blocks); a journey watches that none complains.
 */
export function LinkedData({ facts }: { facts: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(facts) }} />;
}

/** JSON in which nothing ends the element or opens a comment, whatever somebody typed. */
function inScript(facts: object): string {
  return JSON.stringify({ "@context": "https://schema.org", ...facts }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const statuses = {
  open: "EventScheduled",
  closed: "EventScheduled",
  past: "EventScheduled",
  cancelled: "EventCancelled",
};

/** An event as schema.org has it. */
export function eventFacts(view: View, event: EventView): object {
  const url = view.origin + pathIn(view.locale, `/events/${event.slug}`);
  const place = event.place && {
    "@type": "Place",
    name: event.place.name,
    address: { "@type": "PostalAddress", addressCountry: event.place.country },
  };
  const online = event.online && { "@type": "VirtualLocation", url };
  const mode = place && online ? "Mixed" : online ? "Online" : "Offline";
  return {
    "@type": "Event",
    name: event.title,
    description: event.summary,
    url,
    inLanguage: view.locale,
    startDate: event.startsAt,
    endDate: event.endsAt,
    eventStatus: `https://schema.org/${statuses[event.status]}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [place, online].filter(Boolean),
    image: [
      event.picture && view.origin + event.picture.url,
      `${view.origin}/api/counts/event.${event.slug}/picture.png?locale=${view.locale}`,
    ].filter(Boolean),
    isAccessibleForFree: true,
    organizer: event.organizer ? { "@type": "Organization", name: event.organizer } : coalition(view),
    ...(event.capacity !== null && { maximumAttendeeCapacity: event.capacity }),
  };
}

/** Who we are. */
export function coalition(view: View): object {
  const { t } = speak(view.locale);
  return { "@type": "Organization", name: t("coalition.name"), url: view.origin };
}

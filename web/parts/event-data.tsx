import { to } from "../link.ts";
import type { EventView, View } from "../view.ts";

/** What search engines and link previews read: Open Graph and a schema.org `Event`. A data block runs nothing. */
export function EventData({ view, event }: { view: View; event: EventView }) {
  const url = view.origin + to(view, `/events/${event.slug}`);
  const json = JSON.stringify(schemaOf(event, url)).replaceAll("<", "\\u003c");
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={event.title} />
      <meta property="og:description" content={event.summary} />
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={view.locale} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  );
}

const statuses = {
  cancelled: "EventCancelled",
  open: "EventScheduled",
  closed: "EventScheduled",
  past: "EventScheduled",
};

function schemaOf(event: EventView, url: string) {
  const { title, summary, startsAt, endsAt, place, online, organizer, languages } = event;
  const mode = !place ? "Online" : online ? "Mixed" : "Offline";
  const locations = [
    ...(place
      ? [
          {
            "@type": "Place",
            name: place.name,
            address: { "@type": "PostalAddress", addressCountry: place.country },
          },
        ]
      : []),
    ...(online ? [{ "@type": "VirtualLocation", url }] : []),
  ];
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    ...{ name: title, description: summary, startDate: startsAt, endDate: endsAt, url },
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    eventStatus: `https://schema.org/${statuses[event.status]}`,
    location: locations,
    ...(languages && { inLanguage: languages }),
    ...(organizer && { organizer: { "@type": "Organization", name: organizer } }),
  };
}

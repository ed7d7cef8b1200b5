import { direction } from "../../../shared/locales/languages.ts";
import { CampaignLink } from "../campaigns/campaign-link.tsx";
import { useAsked } from "../console-context.ts";
import { Facts } from "../parts/facts.tsx";
import { countryText, t } from "../texts/texts.ts";
import { eventPath } from "./acting.ts";
import { nativeNames, textsOf, writtenIn } from "./event-texts.ts";
import { LocalTime } from "./local-time.tsx";
import { Markdown } from "./markdown.tsx";
import type { StaffEvent } from "./staff-event.ts";

/** All that an event says of itself, as the public will read it and beyond. */
export function EventFacts({ event, edit }: { event: StaffEvent; edit: (() => void) | undefined }) {
  const { place, seats } = event;
  return (
    <section class="card">
      <Texts event={event} />
      {event.picture && <Picture key={event.picture.path} event={event} picture={event.picture} />}
      <Facts
        facts={[
          [t("event.starts"), <LocalTime at={event.starts} timeZone={event.timeZone} key="starts" />],
          [t("event.ends"), <LocalTime at={event.ends} timeZone={event.timeZone} key="ends" />],
          [t("event.place"), place && `${place.name}, ${countryText(place.country)}`],
          [t("event.online"), event.online ? t("yes") : t("no")],
          [t("event.join-link"), event.joinLink],
          [t("scope.campaign"), <CampaignLink scope={event.campaign} key="campaign" />],
          [t("event.organizer"), event.member ? <MemberLink event={event} /> : event.organizer],
          [t("event.languages"), event.languages?.join(", ")],
          [t("event.accessibility"), event.accessibility],
          [t("event.capacity"), event.capacity ?? t("event.unlimited")],
          [t("event.seats"), seats && !event.seating && t("event.seats.figures", seats)],
          [
            t(event.state === "submitted" ? "event.asked" : "event.reason"),
            event.reason && <Said event={event} key="said" />,
          ],
          [t("event.address"), <PageLink event={event} key="page" />],
        ]}
      />
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

/** What is written of it in each language; named by it where there are several. */
function Texts({ event }: { event: StaffEvent }) {
  const texts = textsOf(event);
  const written = writtenIn(texts);
  return (
    <>
      {written.map((locale) => (
        <article key={locale} class="event-preview" lang={locale} dir={direction(locale)}>
          {written.length > 1 && <p class="tag">{nativeNames[locale]}</p>}
          <p class="lead">{texts[locale]?.summary}</p>
          <Markdown text={texts[locale]?.description ?? ""} />
        </article>
      ))}
    </>
  );
}

/** As the public will see it, with what is said of it. */
function Picture({ event, picture }: { event: StaffEvent; picture: NonNullable<StaffEvent["picture"]> }) {
  const { width, height, alt } = picture;
  const { answer } = useAsked<{ url: string }>(eventPath(event, "picture"));
  const said = Object.values(alt).join(" · ");
  return (
    <figure>
      <img class="photo" src={answer?.url} alt={said} {...{ width, height }} />
      <figcaption class="hint" dir="auto">
        {t("event.picture.alt")}: {said}
      </figcaption>
    </figure>
  );
}

/** What the staff wrote to the proposer, line by line as they wrote it. */
function Said({ event: { reason } }: { event: StaffEvent }) {
  return <span class="said-by">{reason}</span>;
}

function MemberLink({ event }: { event: StaffEvent }) {
  return (
    <a href={`/staff/members/${event.member}`}>
      <bdi>{event.organizer}</bdi>
    </a>
  );
}

/** Nobody but staff sees what is not published yet. */
function PageLink({ event: { slug, state } }: { event: StaffEvent }) {
  const isShown = state === "published" || state === "closed" || state === "cancelled";
  const path = `/events/${slug}`;
  return isShown ? (
    <a href={path} target="_blank" rel="noreferrer">
      {path}
    </a>
  ) : (
    <span>{path}</span>
  );
}

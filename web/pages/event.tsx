import { speak } from "../../shared/locales/speak.ts";
import { calendarIn, to } from "../link.ts";
import { Counter } from "../parts/counter.tsx";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { Hero } from "../parts/hero.tsx";
import { eventFacts } from "../parts/linked-data.tsx";
import { Photo } from "../parts/photo.tsx";
import { RegisterForm } from "../parts/register-form.tsx";
import { Day, Moment, whereOf } from "../parts/when.tsx";
import type { CampaignView, CountView, EventView, FormView, View } from "../view.ts";
import { problemText } from "../words.ts";

export interface EventPageProps {
  view: View;
  event: EventView;
  campaign: CampaignView;
  count: CountView;
  /** A form that was sent and not taken. */
  form?: FormView | undefined;
}

export function eventPage(props: EventPageProps): string {
  const { view, event, form } = props;
  const { t } = speak(view.locale);
  const wrong = form !== undefined && (form.problems.length > 0 || form.word !== undefined);
  const hero = (
    <Hero
      eyebrow={<Day view={view} at={event.startsAt} timeZone={event.timeZone} />}
      title={event.title}
      lead={event.summary}
      lang={event.lang}
    >
      <Counter view={view} count={againstGoal(props)} />
    </Hero>
  );
  return document(
    <Frame
      view={view}
      title={wrong ? `${t("form.error.prefix")} ${event.title}` : event.title}
      description={event.summary}
      scope={`event.${event.slug}`}
      facts={eventFacts(view, event)}
      islands={["counter.js", "focus.js", "local-times.js", "seen.js", "sending.js"]}
      hero={hero}
    >
      <div class="beside">
        <div class="main-part">
          {event.picture && <Photo picture={event.picture} />}
          <About {...props} />
          <section class="paper" aria-labelledby="register">
            <Register {...props} />
          </section>
        </div>
        <Facts {...props} />
      </div>
    </Frame>,
  );
}

/** What its organizers wrote: made safe when it was taken in. */
function About({ event }: EventPageProps) {
  if (!event.description) return null;
  return <div class="about" dir="auto" dangerouslySetInnerHTML={{ __html: event.description }} />;
}

function Register({ view, event, form }: EventPageProps) {
  const speech = speak(view.locale);
  if (event.status !== "open") {
    const closed = problemText(speech, `action-${event.status}`);
    return (
      <>
        <h2 id="register">{closed.title}</h2>
        <p>{closed.text}</p>
        <p>
          <a href={to(view, "/events")}>{speech.t("problem.events")}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <h2 id="register">{speech.t("page.event.register")}</h2>
      <p>{speech.t("page.event.register.lead")}</p>
      <RegisterForm view={view} event={event} form={form} />
    </>
  );
}

function Facts({ view, event, campaign }: EventPageProps) {
  const { t, language } = speak(view.locale);
  return (
    <aside class="facts" aria-labelledby="facts">
      <h2 id="facts">{t("page.event.facts")}</h2>
      <dl>
        <dt>{t("page.event.starts")}</dt>
        <dd>
          <Moment view={view} at={event.startsAt} timeZone={event.timeZone} />
        </dd>
        <dt>{t("page.event.ends")}</dt>
        <dd>
          <Moment view={view} at={event.endsAt} timeZone={event.timeZone} />
        </dd>
        <dt>{t("page.event.place")}</dt>
        <dd>{whereOf(view, event)}</dd>
        {event.languages && (
          <>
            <dt>{t("form.languages.label")}</dt>
            <dd>{event.languages.map((code) => language(code)).join(", ")}</dd>
          </>
        )}
        {event.organizer && (
          <>
            <dt>{t("form.organizer.label")}</dt>
            <dd>
              {event.member ? (
                <a href={to(view, `/members/${event.member}`)}>
                  <bdi>{event.organizer}</bdi>
                </a>
              ) : (
                <bdi>{event.organizer}</bdi>
              )}
            </dd>
          </>
        )}
        {event.accessibility && (
          <>
            <dt>{t("form.accessibility.label")}</dt>
            <dd>
              <bdi>{event.accessibility}</bdi>
            </dd>
          </>
        )}
        {event.capacity !== null && (
          <>
            <dt>{t("page.event.capacity")}</dt>
            <dd>{t("page.event.seats", { n: event.capacity })}</dd>
          </>
        )}
      </dl>
      {event.timeZone !== "UTC" && <p class="hint">{t("page.event.zone", { zone: event.timeZone })}</p>}
      {event.status !== "cancelled" && event.status !== "past" && (
        <p>
          <a class="button-quiet" href={calendarIn(view, `/api/events/${event.slug}.ics`)}>
            {t("page.event.calendar")}
          </a>
        </p>
      )}
      <p>
        <a href={to(view, `/campaigns/${campaign.slug}`)}>
          {t("page.event.campaign", { title: campaign.title })}
        </a>
      </p>
    </aside>
  );
}

/** The day itself is where its campaign's goal is reached; a workshop of that day has none of its own. */
function againstGoal({ event, campaign, count }: EventPageProps): CountView {
  return event.slug === campaign.slug ? { ...count, goal: campaign.goal } : count;
}

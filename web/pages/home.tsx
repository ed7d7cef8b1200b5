import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { Counter } from "../parts/counter.tsx";
import { Countries } from "../parts/countries.tsx";
import { document } from "../parts/document.ts";
import { EventList } from "../parts/event-list.tsx";
import { Frame } from "../parts/frame.tsx";
import { Hero } from "../parts/hero.tsx";
import { coalition } from "../parts/linked-data.tsx";
import type { SectionKey } from "../parts/plain-sections.tsx";
import type { CampaignView, CountView, EventView, View } from "../view.ts";

export interface HomePageProps {
  view: View;
  /** The campaign that it is about. */
  campaign?: CampaignView | undefined;
  /** That campaign's own event, where one can register for it: the next step. */
  day?: EventView | undefined;
  /** Its count. */
  count?: CountView | undefined;
  /** Others that are under way. */
  further?: readonly CampaignView[];
  /** What comes up, soonest first. */
  events: readonly EventView[];
}

const reasons: readonly SectionKey[] = ["page.home.why.people", "page.home.why.work", "page.home.why.us"];

export function homePage(props: HomePageProps): string {
  const { view, campaign, count, further = [], events } = props;
  const { t } = speak(view.locale);
  return document(
    <Frame
      view={view}
      title={t("page.home.title")}
      description={t("page.home.lead")}
      scope={props.count?.scope}
      facts={coalition(view)}
      islands={["counter.js"]}
      hero={<HomeHero {...props} />}
    >
      <section aria-labelledby="why">
        <h2 id="why">{t("page.home.why")}</h2>
        <ul class="reasons">
          {reasons.map((key) => (
            <li key={key}>
              <h3>{t(key)}</h3>
              <p>{t(`${key}.text`)}</p>
            </li>
          ))}
        </ul>
        {campaign && (
          <p>
            <a href={to(view, `/campaigns/${campaign.slug}`)}>{t("page.home.campaign")}</a>
          </p>
        )}
      </section>
      {further.length > 0 && (
        <section aria-labelledby="further">
          <h2 id="further">{t("page.home.further")}</h2>
          <ul>
            {further.map(({ slug, title, lang }) => (
              <li key={slug}>
                <a href={to(view, `/campaigns/${slug}`)} lang={lang?.title}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {events.length > 0 && (
        <section aria-labelledby="coming">
          <h2 id="coming">{t("page.home.events")}</h2>
          <EventList view={view} events={events} />
        </section>
      )}
      {count && <Countries view={view} count={count} folded />}
      <More view={view} />
    </Frame>,
  );
}

/** What one can do beyond the day, each with the one link that leads there. */
const more = [
  { key: "page.home.more.join", path: "/join", link: "page.join.title" },
  { key: "page.home.more.pledge", path: "/pledges", link: "page.home.more.pledges" },
  { key: "page.home.more.propose", path: "/events/propose", link: "page.propose.title" },
] as const;

function More({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="more">
      <h2 id="more">{t("page.home.more")}</h2>
      <ul class="cards">
        {more.map(({ key, path, link }) => (
          <li key={path}>
            <h3>{t(key)}</h3>
            <p>{t(`${key}.text`)}</p>
            <p>
              <a href={to(view, path)}>{t(link)}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HomeHero({ view, campaign, count, day, events }: HomePageProps) {
  const { t } = speak(view.locale);
  return (
    <Hero eyebrow={campaign?.title} title={t("page.home.title")} lead={t("page.home.lead")}>
      {count && <Counter view={view} count={count} />}
      {(day || events.length > 0) && (
        <p class="actions">
          <a class="button button-large" href={to(view, day ? `/events/${day.slug}` : "/events")}>
            {t(day ? "page.home.action" : "problem.events")}
          </a>
        </p>
      )}
    </Hero>
  );
}

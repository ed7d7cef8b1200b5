import { speak } from "../../shared/locales/speak.ts";
import { Counter } from "../parts/counter.tsx";
import { Countries } from "../parts/countries.tsx";
import { document } from "../parts/document.ts";
import { EventList } from "../parts/event-list.tsx";
import { Frame } from "../parts/frame.tsx";
import { Hero } from "../parts/hero.tsx";
import { NowAndNext } from "../parts/now-and-next.tsx";
import type { CampaignView, CountView, EventView, View } from "../view.ts";

export interface CampaignPageProps {
  view: View;
  campaign: CampaignView;
  /** The staff have closed it; it stays public, with what it came to. */
  isClosed?: boolean;
  count: CountView;
  events: readonly EventView[];
  nowAndNext?: { now: readonly EventView[]; next: readonly EventView[] };
}

/** No title has it. */
const gap = "\u0000";

/** The campaign's title is followed by a word, in the page's title and its heading, since its event may bear the same one. */
export function campaignPage(props: CampaignPageProps): string {
  const { view, campaign, isClosed, count, events, nowAndNext } = props;
  const { t, day } = speak(view.locale);
  const [starts, ends] = [day(campaign.starts), day(campaign.ends)];
  const when = starts === ends ? starts : t("page.campaign.when", { starts, ends });
  const [before, after] = t("page.campaign.title", { title: gap }).split(gap);
  return document(
    <Frame
      view={view}
      title={t("page.campaign.title", { title: campaign.title })}
      description={campaign.summary}
      scope={count.scope}
      islands={["counter.js", "local-times.js"]}
      hero={
        <Hero
          eyebrow={when}
          title={campaign.title}
          heading={(title) => [before, title, after]}
          lead={campaign.summary}
          lang={campaign.lang}
        >
          <Counter view={view} count={count} />
        </Hero>
      }
    >
      {isClosed && <p class="notice">{t("page.campaign.closed")}</p>}
      {nowAndNext && <NowAndNext view={view} {...nowAndNext} />}
      {events.length > 0 && (
        <section aria-labelledby="take-part">
          <h2 id="take-part">{t("page.campaign.events")}</h2>
          <EventList view={view} events={events} />
        </section>
      )}
      <Countries view={view} count={count} />
    </Frame>,
  );
}

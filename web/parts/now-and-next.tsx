import { speak } from "../../shared/locales/speak.ts";
import type { EventView, View } from "../view.ts";
import { EventList } from "./event-list.tsx";

export interface NowAndNextProps {
  view: View;
  now: readonly EventView[];
  next: readonly EventView[];
}

/** What is on at this moment and what begins within a day; nothing while nothing does. */
export function NowAndNext({ view, now, next }: NowAndNextProps) {
  const { t } = speak(view.locale);
  if (now.length + next.length === 0) return null;
  return (
    <section class="now-and-next" aria-labelledby="now-and-next">
      <h2 id="now-and-next">{t("page.campaign.now-and-next")}</h2>
      {now.length > 0 && (
        <>
          <h3>{t("page.campaign.now")}</h3>
          <EventList view={view} events={now} level={4} />
        </>
      )}
      {next.length > 0 && (
        <>
          <h3>{t("page.campaign.next")}</h3>
          <EventList view={view} events={next} level={4} />
        </>
      )}
    </section>
  );
}

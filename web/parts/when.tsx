import { speak } from "../../shared/locales/speak.ts";
import type { EventView, View } from "../view.ts";

/** A moment as people read it, and as machines do. */
export function Moment({ view, at, timeZone }: { view: View; at: string; timeZone: string }) {
  const { locale, moment, t } = speak(view.locale);
  return (
    <time dateTime={at} data-zone={timeZone} data-locale={locale} data-yours={t("time.yours", { time: "%" })}>
      {moment(at, timeZone)}
    </time>
  );
}

export function Day({ view, at, timeZone }: { view: View; at: string; timeZone?: string }) {
  return <time dateTime={at.slice(0, 10)}>{speak(view.locale).day(at, timeZone)}</time>;
}

/** Where an event is: a place with its country, or online, or both. */
export function whereOf(view: Pick<View, "locale">, event: Pick<EventView, "place" | "online">): string {
  const { t, country } = speak(view.locale);
  const places = event.place ? [isolated(event.place.name), country(event.place.country)] : [];
  if (event.online) places.push(t("page.event.online"));
  return places.join(view.locale === "ar" ? "، " : ", ");
}

/** A name that may run in the other direction, within a text of ours: Unicode's own way to say `<bdi>`. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

import { encode } from "uqr";
import { speak } from "../../shared/locales/speak.ts";
import { document } from "../parts/document.ts";
import { DoorSheet } from "../parts/door-sheet.tsx";
import { Frame } from "../parts/frame.tsx";
import { Moment } from "../parts/when.tsx";
import type { View } from "../view.ts";
import { between } from "../words.ts";

export interface TicketPageProps {
  view: View;
  title: string;
  /** What the picture holds: the address of this page. */
  url: string;
  startsAt: string;
  timeZone: string;
  place?: string | undefined;
}

/** A ticket to show at the door: a picture to scan, without script and without a request to anybody. */
export function ticketPage({ view, title, url, startsAt, timeZone, place }: TicketPageProps): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.ticket.title")} personal head={<DoorSheet />}>
      <div class="single">
        <h1>{title}</h1>
        <p class="lead">
          <Moment view={view} at={startsAt} timeZone={timeZone} />
          {place && (
            <>
              {between}
              <bdi>{place}</bdi>
            </>
          )}
        </p>
        <Picture text={url} label={t("page.ticket.picture")} />
        <p class="hint">{t("page.ticket.how")}</p>
      </div>
    </Frame>,
  );
}

function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg class="ticket" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

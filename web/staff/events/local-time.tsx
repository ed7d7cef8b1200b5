import { dayText } from "../texts/texts.ts";

/** A time (`2027-10-21T14:00`) as clocks at its place show it. */
export function LocalTime({ at, timeZone }: { at: string; timeZone: string }) {
  const [day = "", time] = at.split("T");
  return (
    <>
      <time dateTime={at}>
        {dayText(day)}, {time}
      </time>{" "}
      <span class="hint">{timeZone}</span>
    </>
  );
}

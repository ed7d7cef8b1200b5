import type { SeatMailKind } from "../../shared/mail/owed-seats.ts";
import { seatOfferedMail, seatPassedMail, waitlistedMail } from "../../web/mails/seats.tsx";
import { type Facts, oneClick, ownLinks, titleIn, type Written } from "./letter-facts.ts";

/** Letters about seats; undefined where things have changed since, and the letter would say what is true no more. */
export const seatLetters: Record<SeatMailKind, (facts: Facts) => Written | undefined> = {
  waitlisted: (facts) => {
    const { participation, event, speech } = facts;
    if (participation.state !== "waitlisted" || event.state === "cancelled") return undefined;
    const said = waitlistedMail(speech, { title: titleIn(event, speech), ...ownLinks(facts) });
    return { ...said, unsubscribe: oneClick(facts) };
  },
  "seat-offered": (facts) => {
    const { participation, event, speech, mail } = facts;
    const { state, offeredUntil, version } = participation;
    if (state !== "offered" || !offeredUntil || version !== mail.occurrence) return undefined;
    if (event.state === "cancelled") return undefined;
    const { timeZone } = event;
    const said = seatOfferedMail(speech, {
      title: titleIn(event, speech),
      until: offeredUntil,
      timeZone,
      ...ownLinks(facts),
    });
    return { ...said, unsubscribe: oneClick(facts) };
  },
  "seat-passed": (facts) => {
    const { participation, event, speech } = facts;
    const { state } = participation;
    if ((state !== "waitlisted" && state !== "withdrawn") || event.state === "cancelled") return undefined;
    const waits = state === "waitlisted";
    const said = seatPassedMail(speech, { title: titleIn(event, speech), waits, ...ownLinks(facts) });
    return { ...said, unsubscribe: oneClick(facts) };
  },
};

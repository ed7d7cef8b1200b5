/** What calendars and registered people must hear of: when and where. A corrected text is no news. */
export interface WhenAndWhere {
  startsAt: string;
  endsAt: string;
  timeZone: string;
  online: boolean;
  place?: { name: string; country: string } | undefined;
  joinLink?: string | undefined;
}

/** Whether a change of an event is one that is mailed to everybody registered. Pure. */
export function isMoved(before: WhenAndWhere, after: WhenAndWhere): boolean {
  return (
    before.startsAt !== after.startsAt ||
    before.endsAt !== after.endsAt ||
    before.timeZone !== after.timeZone ||
    before.online !== after.online ||
    before.joinLink !== after.joinLink ||
    before.place?.name !== after.place?.name ||
    before.place?.country !== after.place?.country
  );
}

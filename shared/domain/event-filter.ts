/** What of the events somebody wants to see. Days are those of the event's own place. */
export interface EventFilter {
  from?: string | undefined;
  to?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
  online?: boolean | undefined;
  campaign?: string | undefined;
  /** Those that are over, instead of those to come. */
  past?: boolean | undefined;
}

interface Filtered {
  starts: string;
  online: boolean;
  place?: { country: string } | undefined;
  languages?: readonly string[] | undefined;
  campaign: string;
}

/** Whether an event is among what is wanted. Pure. */
export function isWanted(event: Filtered, filter: EventFilter): boolean {
  const day = event.starts.slice(0, 10);
  if (filter.from !== undefined && day < filter.from) return false;
  if (filter.to !== undefined && day > filter.to) return false;
  if (filter.country !== undefined && event.place?.country !== filter.country) return false;
  if (filter.online !== undefined && event.online !== filter.online) return false;
  if (filter.campaign !== undefined && event.campaign !== `campaign.${filter.campaign}`) return false;
  return filter.language === undefined || (event.languages ?? ["en"]).includes(filter.language);
}

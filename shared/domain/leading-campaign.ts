/**
 * The campaign that the start page is about, of those published, by date: the first whose own day takes registrations
 * (`open` has its slug), else the first that has not ended everywhere on earth, else the first. Pure.
 */
export function leadingCampaign<Campaign extends { slug: string; ends: string }>(
  campaigns: readonly Campaign[],
  open: ReadonlySet<string>,
  now: Date,
): Campaign | undefined {
  const left = campaigns.filter(({ ends }) => new Date(`${ends}T23:59:59-12:00`) >= now);
  return left.find(({ slug }) => open.has(slug)) ?? left[0] ?? campaigns[0];
}

import type { CampaignScope } from "../../shared/domain/scope.ts";
import type { Surroundings } from "../edge/surroundings.ts";

/** Only the sources that a campaign names are counted apart: a free text would make a cell for whatever anybody types. */
export async function knownSource(
  { scope }: Pick<Surroundings, "scope">,
  campaign: CampaignScope,
  source: string | undefined,
): Promise<string | undefined> {
  if (source === undefined) return undefined;
  const details = await scope(campaign);
  return details?.kind === "campaign" && details.sources.includes(source) ? source : "other";
}

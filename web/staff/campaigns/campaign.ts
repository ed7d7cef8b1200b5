import type { StaffCampaign } from "../../../shared/contracts/campaign-staff.ts";
import { currentLanguage, dayText } from "../texts/texts.ts";

export type { StaffCampaign };

/** In the staff API. */
export const campaignPath = ({ slug }: Pick<StaffCampaign, "slug">, verb?: string): string =>
  ["campaigns", encodeURIComponent(slug), verb].filter(Boolean).join("/");

/** A text in the language that somebody reads the console in, or in English. */
export function textOf(texts: Record<string, string>): string {
  return texts[currentLanguage()] ?? texts.en ?? "";
}

export function datesText({ starts, ends }: { starts: string; ends: string }): string {
  return starts === ends ? dayText(starts) : `${dayText(starts)} – ${dayText(ends)}`;
}

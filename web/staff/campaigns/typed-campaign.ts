import type { StaffCampaign } from "./campaign.ts";

/** What an organizer types. Texts are by language; what is empty is not sent. */
export interface TypedCampaign {
  /** The version that was opened; 0 of one that is not made yet. */
  version: number;
  slug: string;
  title: Record<string, string>;
  summary: Record<string, string>;
  goal: string;
  starts: string;
  ends: string;
  sources: string;
  senderName: string;
  publishesMembersEvents: boolean;
}

export const emptyCampaign: TypedCampaign = {
  version: 0,
  slug: "",
  title: { en: "" },
  summary: { en: "" },
  goal: "",
  starts: "",
  ends: "",
  sources: "",
  senderName: "",
  publishesMembersEvents: false,
};

export function typedOf(campaign: StaffCampaign): TypedCampaign {
  const { version, slug, title, summary, starts, ends, publishesMembersEvents } = campaign;
  return {
    ...{ version, slug, title, summary, starts, ends, publishesMembersEvents },
    goal: campaign.goal === null ? "" : String(campaign.goal),
    sources: campaign.sources.join(", "),
    senderName: campaign.senderName ?? "",
  };
}

/** What is sent: the whole of it, since what is not said is taken away. */
export function bodyOf(typed: TypedCampaign): Record<string, unknown> {
  const { version, slug, starts, ends, publishesMembersEvents } = typed;
  return {
    ...(version === 0 ? { slug } : { version }),
    ...{ starts, ends, publishesMembersEvents },
    title: written(typed.title),
    summary: written(typed.summary),
    goal: typed.goal.trim() === "" ? null : Number(typed.goal),
    sources: typed.sources.split(/[\s,;]+/).filter(Boolean),
    senderName: typed.senderName.trim() || null,
  };
}

function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
}

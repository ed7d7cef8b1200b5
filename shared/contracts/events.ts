import * as z from "zod";
import { PictureAnswer } from "./picture.ts";

/** An event as the public sees it, in one language. `starts` and `ends` are local times of its place, without offset. */
export const EventAnswer = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  starts: z.string().meta({ description: "Local time of the place, without offset." }),
  ends: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string().meta({ description: "IANA time zone." }),
  online: z.boolean(),
  place: z.object({ name: z.string(), country: z.string() }).optional(),
  capacity: z.number().int().nullable(),
  status: z.enum(["open", "closed", "past", "cancelled"]),
  campaign: z.string(),
  description: z.string().optional().meta({ description: "HTML of a safe subset." }),
  languages: z.array(z.string()).optional(),
  organizer: z.string().optional(),
  member: z.string().optional().meta({ description: "The id of the member that organizes it." }),
  accessibility: z.string().optional(),
  picture: PictureAnswer.extend({ alt: z.string() }).optional(),
});

export const EventList = z.object({
  items: z.array(EventAnswer),
  next: z.string().nullable().meta({ description: "Read on with ?cursor=; null at the end." }),
});

export const CampaignAnswer = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  goal: z.number().int().nullable(),
  starts: z.string(),
  ends: z.string(),
});

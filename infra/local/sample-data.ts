import { scopeKey } from "../../shared/table/keys.ts";
import { addScope, type Campaign, type Event, scopePlace } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { putSignables } from "./sample-signables.ts";

const day = "global-encryption-day-2027";
const scopes = {
  campaign: `campaign.${day}`,
  day: `event.${day}`,
  workshop: "event.encryption-workshop",
} as const;

const campaign: Campaign = {
  ...scopeKey(scopes.campaign),
  sk: "DETAILS",
  entity: "scope",
  kind: "campaign",
  scope: scopes.campaign,
  slug: day,
  state: "published",
  version: 1,
  title: { en: "Global Encryption Day 2027", ar: "اليوم العالمي للتشفير 2027" },
  summary: {
    en: "On 21 October 2027 people in every part of the world stand up for strong encryption: it keeps conversations, work and lives safe.",
    ar: "في 21 أكتوبر 2027 يقف الناس في أنحاء العالم مع التشفير القوي: فهو يحمي الأحاديث والعمل والأرواح.",
  },
  goal: 1_000_000,
  starts: "2027-10-21",
  ends: "2027-10-21",
  sources: ["newsletter", "partner", "social", "website", "embed"],
  ...scopePlace({ kind: "campaign", state: "published", scope: scopes.campaign }, "2027-10-21"),
};

const theDay: Event = {
  ...scopeKey(scopes.day),
  sk: "DETAILS",
  entity: "scope",
  kind: "event",
  scope: scopes.day,
  campaign: scopes.campaign,
  slug: day,
  state: "published",
  version: 1,
  title: campaign.title,
  summary: campaign.summary,
  starts: "2027-10-21T00:00",
  ends: "2027-10-22T00:00",
  timeZone: "UTC",
  startsAt: "2027-10-21T00:00:00Z",
  endsAt: "2027-10-22T00:00:00Z",
  online: true,
  capacity: null,
  sequence: 0,
  ...scopePlace({ kind: "event", state: "published", scope: scopes.day }, "2027-10-21T00:00:00Z"),
};

const workshop: Event = {
  ...theDay,
  ...scopeKey(scopes.workshop),
  sk: "DETAILS",
  scope: scopes.workshop,
  slug: "encryption-workshop",
  title: { en: "Encryption workshop", ar: "ورشة عمل عن التشفير" },
  summary: {
    en: "Set up an encrypted messenger for your family or your team, together with people who have done it before.",
    ar: "أعدّ تطبيق مراسلة مشفّرًا لعائلتك أو فريقك، مع أشخاص سبق لهم ذلك.",
  },
  starts: "2027-10-21T14:00",
  ends: "2027-10-21T16:00",
  timeZone: "Europe/Zurich",
  startsAt: "2027-10-21T12:00:00Z",
  endsAt: "2027-10-21T14:00:00Z",
  place: { name: "Geneva, Maison de la Paix", country: "CH" },
  capacity: 25,
  ...scopePlace({ kind: "event", state: "published", scope: scopes.workshop }, "2027-10-21T12:00:00Z"),
};

/** The sample scopes, for what is shown without a table. */
export const sampleScopes = [campaign, theDay, workshop];

/** Puts the sample data in through the system's own questions. Safe to repeat: what is there already stays as it is. */
export async function putSampleData(table: Table): Promise<void> {
  for (const item of sampleScopes) await addScope(table, item);
  await putSignables(table);
}

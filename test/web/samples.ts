import { participationStates } from "../../shared/domain/participation-states.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { asset } from "../../web/asset.ts";
import { accessibilityPage } from "../../web/pages/accessibility.tsx";
import { campaignPage } from "../../web/pages/campaign.tsx";
import { checkYourMailPage } from "../../web/pages/check-your-mail.tsx";
import { confirmPage } from "../../web/pages/confirm.tsx";
import { dataPage } from "../../web/pages/data.tsx";
import { embedCounterPage } from "../../web/pages/embed.tsx";
import { eraseAskPage, erasedPage } from "../../web/pages/erase.tsx";
import { eventPage } from "../../web/pages/event.tsx";
import { eventsPage } from "../../web/pages/events.tsx";
import { homePage } from "../../web/pages/home.tsx";
import { managePage } from "../../web/pages/manage.tsx";
import { privacyPage } from "../../web/pages/privacy.tsx";
import { problemPage } from "../../web/pages/problem.tsx";
import { unsubscribePage } from "../../web/pages/unsubscribe.tsx";
import type { CampaignView, CountView, EventView, FormView, View } from "../../web/view.ts";
import { doorPages } from "./door-samples.ts";
import { membershipPages } from "./membership-samples.ts";
import { signingPages } from "./signing-samples.ts";

/** Every page in every state that it has, for tests and pictures. */

export const campaign: CampaignView = {
  slug: "global-encryption-day-2027",
  title: "Global Encryption Day 2027",
  summary: "On 21 October, people in every country stand up for strong encryption. Be counted among them.",
  goal: 1_000_000,
  starts: "2027-03-01",
  ends: "2027-10-31",
};

export const day: EventView = {
  slug: "global-encryption-day-2027",
  title: "Global Encryption Day 2027",
  summary: "One day, all over the world: stand up for the encryption that keeps everybody safe.",
  starts: "2027-10-21T00:00:00",
  ends: "2027-10-21T23:59:00",
  startsAt: "2027-10-21T00:00:00Z",
  endsAt: "2027-10-21T23:59:00Z",
  timeZone: "UTC",
  online: true,
  capacity: null,
  status: "open",
  campaign: campaign.slug,
};

export const workshop: EventView = {
  ...day,
  slug: "encryption-workshop",
  title: "Encryption workshop: messages that only two can read",
  summary:
    "Bring your own phone. We set up an encrypted messenger, and see what it protects and what it does not.",
  startsAt: "2027-10-12T16:30:00Z",
  endsAt: "2027-10-12T18:30:00Z",
  timeZone: "Europe/Zurich",
  online: false,
  place: { name: "Impact Hub, Zürich", country: "CH" },
  capacity: 25,
};

export const count: CountView = {
  scope: "campaign.global-encryption-day-2027",
  people: 318_204,
  actions: 341_077,
  reported: 0,
  goal: 1_000_000,
  asOf: "2027-06-01T12:00:00.000Z",
  by: {
    country: {
      ...{
        IN: 51_200,
        BR: 40_118,
        DE: 22_640,
        KE: 12_204,
        EG: 9_810,
        US: 8_730,
        CH: 4_019,
        ID: 2_711,
        NG: 1_480,
      },
      ...{ CA: 903, MX: 640, ZA: 512, JP: 377, TR: 205, AR: 160, AU: 98, SG: 41, TO: 12, VA: 5, other: 912 },
    },
  },
};

/** Its problems come as the contract has its fields, which is not as the form has them. */
export const refusedForm: FormView = {
  values: { email: "ada@", name: "Ada", country: "EG", "consent.updates": "on" },
  problems: [
    { field: "name", reason: "too-long", limit: 100 },
    { field: "email", reason: "not-an-email-address" },
  ],
};

export function viewOf(locale: Locale, path: string): View {
  return { locale, path, origin: "https://campaign.example" };
}

/** Name to HTML, of one language. */
const picture = { url: asset("icon-512.png"), width: 512, height: 512, alt: "A keyhole", lang: "en" };

export function samplePages(locale: Locale): Record<string, string> {
  const at = (path: string) => viewOf(locale, path);
  const dayPath = `/events/${day.slug}`;
  const event = { view: at(dayPath), event: day, campaign, count };
  const past: EventView = {
    ...workshop,
    slug: "first-workshop",
    status: "past",
    startsAt: "2027-04-02T16:30:00Z",
  };
  return {
    home: homePage({ view: at("/"), campaign, count, day, events: [workshop, day] }),
    "home-campaigns": homePage({ view: at("/"), campaign, count, further: [campaign], events: [workshop] }),
    "home-empty": homePage({ view: at("/"), events: [] }),
    campaign: campaignPage({
      view: at(`/campaigns/${campaign.slug}`),
      campaign,
      count,
      events: [workshop, day],
    }),
    "campaign-closed": campaignPage({
      view: at(`/campaigns/${campaign.slug}`),
      ...{ campaign, isClosed: true, count, events: [] },
    }),
    "campaign-day": campaignPage({
      view: at(`/campaigns/${campaign.slug}`),
      ...{ campaign, count, events: [workshop, day], nowAndNext: { now: [workshop], next: [past] } },
    }),
    event: eventPage(event),
    "event-first": eventPage({ ...event, count: { ...count, people: 0 } }),
    "event-refused": eventPage({ ...event, form: refusedForm }),
    "event-closed-meanwhile": eventPage({ ...event, form: { values: {}, problems: [], word: "too-busy" } }),
    "event-cancelled": eventPage({
      ...event,
      event: { ...workshop, status: "cancelled" },
      count: { ...count, goal: null },
    }),
    "event-workshop": eventPage({
      ...event,
      event: { ...workshop, picture },
      count: { ...count, people: 17, goal: null },
    }),
    events: eventsPage({ view: at("/events"), events: [workshop, day, past] }),
    "events-past": eventsPage({
      view: at("/events"),
      ...{ events: [past], filter: { past: true, country: "CH" }, next: "c3Vyc29y" },
    }),
    "events-none": eventsPage({ view: at("/events"), events: [] }),
    "check-your-mail": checkYourMailPage({ view: at("/check-your-mail") }),
    ...confirmPages(locale),
    ...managePages(locale),
    ...signingPages(locale),
    ...membershipPages(locale),
    ...doorPages(locale),
    unsubscribe: unsubscribePage({ view: at("/unsubscribe/t0ken"), token: "t0ken", purpose: "news" }),
    "unsubscribe-all": unsubscribePage({ view: at("/unsubscribe/t0ken"), token: "t0ken", purpose: "all" }),
    "unsubscribe-already": unsubscribePage({
      view: at("/unsubscribe/t0ken"),
      ...{ token: "t0ken", purpose: "news", already: "news" },
    }),
    "unsubscribe-done": unsubscribePage({
      view: at("/unsubscribe/t0ken"),
      token: "t0ken",
      purpose: "news",
      done: "all",
    }),
    privacy: privacyPage({ view: at("/privacy") }),
    accessibility: accessibilityPage({ view: at("/accessibility") }),
    data: dataPage({
      view: at("/data"),
      counts: [
        { ...count, title: campaign.title },
        { ...count, scope: "coalition", goal: null },
      ],
      days: ["2027-06-02", "2027-06-01"],
      embed: { kind: "counter", scope: count.scope, locale },
    }),
    ...embedMakers(locale),
    "data-none": dataPage({
      view: at("/data"),
      counts: [],
      days: ["2027-06-02"],
      embed: { kind: "form", scope: "coalition", locale },
    }),
    "not-found": problemPage({ view: at("/nowhere"), word: "not-found", status: 404 }),
    gone: problemPage({ view: at("/confirm/t0ken"), word: "link-expired", status: 410 }),
    fault: problemPage({
      view: at("/events"),
      word: "internal-error",
      status: 500,
      requestId: "Root=1-5e1b4151",
    }),
    busy: problemPage({ view: at("/events"), word: "too-busy", status: 409, requestId: "Root=1-5e1b4151" }),
  };
}

/** What a frame on somebody's site shows. */
export function framedCounter(locale: Locale): string {
  const { title, slug } = campaign;
  return embedCounterPage({ view: viewOf(locale, "/embed"), title, path: `/campaigns/${slug}`, count });
}

function embedMakers(locale: Locale): Record<string, string> {
  const counts = [
    { ...count, title: campaign.title },
    { ...count, scope: `event.${day.slug}`, title: `<b>"${day.title}"</b>` },
  ];
  const made = (["element", "form", "badge"] as const).map((kind) => [
    `data-${kind}`,
    dataPage({
      view: viewOf(locale, "/data"),
      counts,
      days: ["2027-06-02"],
      embed: { kind, scope: `event.${day.slug}`, locale: "ar" },
    }),
  ]);
  return Object.fromEntries(made);
}

function confirmPages(locale: Locale): Record<string, string> {
  const view = viewOf(locale, "/confirm/t0ken");
  const actionPath = `/events/${day.slug}`;
  const given = { view, token: "t0ken", title: day.title, actionPath, count };
  const done = { ...given, calendar: `/api/events/${day.slug}.ics`, manageToken: "m4nage" };
  const each = participationStates.map((state) => [`confirm-${state}`, confirmPage({ ...done, state })]);
  const counting = confirmPage({ ...done, state: "confirmed", counted: false });
  return { ...Object.fromEntries(each), "confirm-counting": counting };
}

function managePages(locale: Locale): Record<string, string> {
  const view = viewOf(locale, "/manage/t0ken");
  const facts = {
    email: "ada@bücher.example",
    name: "Ada",
    country: "EG",
    locale: "ar",
    updates: true,
    registeredAt: "2027-05-01T10:00:00.000Z",
    confirmedAt: "2027-05-01T10:05:00.000Z",
  };
  const given = { view, token: "t0ken", title: day.title, event: day.slug, facts };
  return {
    manage: managePage({
      ...given,
      state: "confirmed",
      verbs: ["withdraw"],
      preferences: { news: true, reminders: false },
    }),
    "manage-ask": managePage({ ...given, state: "confirmed", verbs: ["withdraw"], asking: "withdraw" }),
    "manage-erase-ask": eraseAskPage({ view, token: "t0ken" }),
    "manage-erased": erasedPage({ view }),
    "manage-offered": managePage({ ...given, state: "offered", verbs: ["accept", "pass", "withdraw"] }),
    "manage-withdrawn": managePage({ ...given, state: "withdrawn", verbs: [], facts: {} }),
  };
}

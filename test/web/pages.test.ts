import { describe, expect, it } from "vitest";
import { locales, speak } from "../../shared/locales/speak.ts";
import { eventPage } from "../../web/pages/event.tsx";
import { managePage } from "../../web/pages/manage.tsx";
import { problemPage } from "../../web/pages/problem.tsx";
import { campaign, count, day, refusedForm, samplePages, viewOf } from "./samples.ts";
import { htmlFaults } from "./valid-html.ts";

const everyPage = locales.flatMap((locale) =>
  Object.entries(samplePages(locale)).map(([name, html]) => ({ locale, name, html })),
);

/** Markup is the same in each language, so each page is checked in English and, by turns, in one of the others. */
const names = Object.keys(samplePages("en"));
const validated = everyPage.filter(({ locale, name }) => {
  const place = names.indexOf(name);
  return locale === "en" || locale === locales[1 + (place % (locales.length - 1))];
});

/** A sheet of paper has nothing of the site around it. */
const framedPages = everyPage.filter(({ name }) => !name.endsWith("-print"));

describe("every page in every language", () => {
  it.each(validated)("$locale $name is valid HTML", async ({ html }) => {
    expect(await htmlFaults(html)).toEqual([]);
  });

  it.each(everyPage)(
    "$locale $name says its language, has one heading of the first level and no inline code",
    ({ locale, html }) => {
      expect(html).toContain(`<html lang="${locale}" dir="${speak(locale).dir}">`);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      // A line to copy for another site is text, not code of the page.
      expect(html.replaceAll(/<textarea.*?<\/textarea>/gs, "")).not.toMatch(
        / style=|<style|<script(?![^>]* src=|[^>]* type="application\/ld\+json")| on[a-z]+=/,
      );
    },
  );

  it.each(framedPages)("$locale $name leads to the same page in every language", ({ html }) => {
    for (const locale of locales)
      expect(html).toMatch(new RegExp(`<a href="[^"]*" lang="${locale}" hreflang="${locale}"`));
  });

  it.each(framedPages)("$locale $name asks nothing of any other host", ({ html }) => {
    const loaded = [
      ...html.matchAll(/<(?:img|script)[^>]* src="([^"]*)"|<link rel="(?:stylesheet|icon)" href="([^"]*)"/g),
    ];
    expect(loaded.length).toBeGreaterThan(2);
    for (const [, src, href] of loaded) expect(src ?? href).toMatch(/^\/(?!\/)/);
  });
});

const refusedPages = everyPage.filter(
  ({ html, locale }) => locale === "en" && html.includes('id="problems"'),
);

it.each(refusedPages)("$name lists what is wrong in the order of its fields", ({ html }) => {
  const [, listed = ""] = html.split('id="problems"');
  const fields = [...(listed.split("</ul>")[0] ?? "").matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  const places = fields.map((id) => html.indexOf(` id="${id}"`));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

it("asks for its styles before it says anything else that is long, since nothing is painted without them", () => {
  for (const { html } of framedPages) {
    const head = html.slice(0, html.indexOf("</head>"));
    expect(head.lastIndexOf('rel="stylesheet"')).toBeGreaterThan(0);
    expect(head.lastIndexOf('rel="stylesheet"')).toBeLessThan(head.indexOf("<title>"));
  }
});

it("gives the pages that search engines see titles of their own", () => {
  for (const locale of locales) {
    const { home, campaign: about, event, events, privacy, accessibility, data } = samplePages(locale);
    const titles = [home, about, event, events, privacy, accessibility, data].map(
      (html) => /<title>(.*?)<\/title>/.exec(html ?? "")?.[1],
    );
    expect(new Set(titles).size).toBe(titles.length);
  }
});

it("links every page that no mail leads to from every other", () => {
  const html = samplePages("ar")["not-found"];
  for (const path of ["/ar", "/ar/events", "/ar/data", "/ar/privacy", "/ar/accessibility"])
    expect(html).toContain(`href="${path}"`);
});

it("shows the form again with what was typed, and what is wrong at the field", () => {
  const html = eventPage({
    view: viewOf("en", `/events/${day.slug}`),
    event: day,
    campaign,
    count,
    form: refusedForm,
  });
  expect(html).toMatch(/<input id="field-email"[^>]*aria-invalid="true"[^>]*value="ada@"/);
  expect(html).toContain('aria-describedby="field-email-hint field-email-problem"');
  expect(html).toContain('<a href="#field-email">');
  expect(html).toMatch(/<option value="EG" selected>/);
  expect(html).toMatch(/<input id="field-consent-updates"[^>]*checked/);
  expect(html).toContain("This can be at most 100 characters long.");
});

it("takes nobody in on the page of an event that is closed, past or cancelled", () => {
  for (const status of ["closed", "past", "cancelled"] as const) {
    const html = eventPage({ view: viewOf("en", "/events/x"), event: { ...day, status }, campaign, count });
    expect(html).not.toContain("<form");
  }
});

it("escapes whatever people typed", () => {
  const hostile = `"><script>alert(1)</script><b onclick='x'>{0}`;
  const form = {
    values: { email: hostile, name: hostile, source: hostile },
    problems: [{ field: hostile, reason: hostile }],
  };
  const event = { ...day, title: hostile, summary: hostile, place: { name: hostile, country: "CH" } };
  const facts = { email: hostile, name: hostile };
  const view = viewOf("en", "/x");
  const pages = [
    eventPage({ view, event, campaign: { ...campaign, title: hostile }, count, form }),
    managePage({ view, token: hostile, title: hostile, state: "confirmed", verbs: ["withdraw"], facts }),
    problemPage({ view: { ...view, path: `/${hostile}` }, word: hostile, status: 500, requestId: hostile }),
  ];
  for (const html of pages) {
    expect(html).not.toContain("<script>");
    expect(html.match(/<\/script>/g)?.length).toBe(html.match(/<script /g)?.length);
    expect(html).not.toContain("<b onclick");
  }
});

it("asks before it withdraws, and only where it can be done", () => {
  const { manage, "manage-ask": ask, "manage-withdrawn": withdrawn } = samplePages("ar");
  expect(manage).toContain('href="/ar/manage/t0ken?ask=withdraw"');
  expect(manage).not.toMatch(/<form [^>]*withdraw/);
  expect(ask).toMatch(/<form [^>]*method="post" action="\/ar\/manage\/t0ken\/withdraw"/);
  expect(withdrawn).not.toContain("ask=withdraw");
});

it("says of a statement that has closed, in every language, that its digest follows, until it stands there", () => {
  for (const locale of locales) {
    const pages = samplePages(locale);
    const follows = speak(locale).t("page.frozen.follows");
    expect(pages["statement-closed-just-now"]).toContain(follows);
    for (const name of ["statement-closed", "statement"]) expect(pages[name]).not.toContain(follows);
  }
});

it("leads from the start to the day itself, whatever comes before it, and to all events where there is no such day", () => {
  const pages = samplePages("fr");
  const { t } = speak("fr");
  const action = (name: string) =>
    /<a class="button button-large" href="([^"]+)">([^<]+)/.exec(pages[name] ?? "");
  expect(action("home")?.slice(1)).toEqual([`/fr/events/${day.slug}`, t("page.home.action")]);
  expect(action("home-campaigns")?.slice(1)).toEqual(["/fr/events", t("problem.events")]);
  expect(action("home-empty")).toBeNull();
});

it("says of a campaign that the staff have closed, and of no other, that it has ended", () => {
  for (const locale of locales) {
    const pages = samplePages(locale);
    const ended = speak(locale).t("page.campaign.closed");
    expect(pages["campaign-closed"]).toContain(ended);
    expect(pages.campaign).not.toContain(ended);
  }
});

it("leads whoever has withdrawn to their own event first, and then to all", () => {
  const main = /<main[\s\S]*<\/main>/.exec(samplePages("ar")["manage-withdrawn"] ?? "")?.[0] ?? "";
  const ways = [...main.matchAll(/href="(\/ar\/events[^"]*)"/g)].map(([, way]) => way);
  expect(ways).toEqual([`/ar/events/${day.slug}`, "/ar/events"]);
});

it("confirms by a button alone, and looks again without script until the registration is counted", () => {
  const pages = samplePages("ar");
  expect(pages["confirm-pending"]).toContain('<form method="post" action="/ar/confirm/t0ken">');
  expect(pages["confirm-counting"]).toContain('<noscript><meta http-equiv="refresh" content="2"');
  expect(pages["confirm-confirmed"]).not.toContain("http-equiv");
});

it("says of an empty directory who will stand there, and of a search without a find that nothing fits", () => {
  for (const locale of locales) {
    const pages = samplePages(locale);
    const { t } = speak(locale);
    expect(pages["members-empty"]).toContain(t("page.members.empty"));
    expect(pages["members-empty"]).not.toContain(t("page.members.none"));
    expect(pages["members-none"]).toContain(t("page.members.none"));
  }
});

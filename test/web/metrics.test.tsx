import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { csvLink } from "../../web/staff/metrics/csv-link.ts";
import { MetricsView } from "../../web/staff/metrics/metrics-view.tsx";
import { sayIn } from "../../web/staff/metrics/say.ts";
import { niceTop, pathOf } from "../../web/staff/metrics/scale.ts";
import { metrics } from "./metrics-sample.ts";
import { drawnFaults } from "./valid-html.ts";

const shown = (language: "en" | "fr" = "en", of = metrics) =>
  renderToString(<MetricsView say={sayIn(language)} metrics={of} />);

/** The file behind a link of a table. */
const fileNamed = (html: string, name: string): string => {
  const link = new RegExp(`<a href="data:text/csv;charset=utf-8,([^"]*)" download="${name}.csv"`).exec(html);
  return decodeURIComponent((link?.[1] ?? "").replaceAll("&amp;", "&"));
};

describe.each(["en", "fr"] as const)("the metrics in %s", (language) => {
  it("are valid HTML, without a style of their own", async () => {
    const html = shown(language);
    expect(await drawnFaults(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|NaN|\{\w+\}/);
  });
});

describe("the metrics", () => {
  it("give each picture and each table the numbers behind it as a file", () => {
    const html = shown();
    const tables = html.match(/<table/g) ?? [];
    expect(html.match(/download="/g)).toHaveLength(tables.length);
    expect(html.match(/role="img"/g)?.length).toBe(3);
    expect(html.match(/<details>/g)?.length).toBe(3);
    const funnel = fileNamed(html, "funnel");
    expect(funnel).toBe(
      "\ufeffStep,How many,Of the forms sent\r\n≈ Form seen,400,\r\n≈ Form sent,100,1\r\n≈ Mail sent,98,0.98\r\n≈ Mail delivered,95,0.95\r\nConfirmed,70,0.7\r\nAttended,12,0.12\r\nPromise kept,0,0\r\n",
    );
  });

  it("begin with who saw the form, by language and source and never by country, and say what that leaves out", () => {
    const html = shown();
    expect(fileNamed(html, "funnel-by-language")).toMatch(
      /^\ufeffLanguage,≈ Form seen,≈ Form sent,.*\r\nArabic,400,100,70,/,
    );
    expect(fileNamed(html, "funnel-by-source")).toContain("other,400,100,70,");
    expect(fileNamed(html, "funnel-by-country")).toMatch(/^\ufeffCountry,≈ Form sent,/);
    expect(fileNamed(html, "funnel-by-day")).toContain("2027-10-11,400,100,98,95,70,12,0");
    expect(fileNamed(html, "applications-by-day")).toContain("2027-10-11,30,4,2,1");
    expect(html).toContain("About 25% of the views of a form led to one that was sent.");
    expect(html).toContain("Missing are browsers without script");
  });

  it("name the zone of every moment, which is not that of the reader", () => {
    const moments = shown().match(/\d{4}, \d{2}:\d{2}(?: UTC)?/g) ?? [];
    expect(moments.length).toBeGreaterThan(2);
    for (const moment of moments) expect(moment).toMatch(/UTC$/);
  });

  it("put no title that people wrote into HTML or into a formula", () => {
    const html = shown();
    expect(html).not.toContain("<script>");
    expect(fileNamed(html, "campaigns")).toContain(`"'=HYPERLINK(""x"")<script>",900`);
  });

  it("tell lines apart without colour", () => {
    const dashes = [...shown().matchAll(/<path class="line[^"]*"[^>]*stroke-dasharray="([^"]*)"/g)].map(
      (m) => m[1],
    );
    expect(dashes).toEqual(["none", "none", "7 5", "2 4", "none", "7 5", "2 4"]);
  });

  it("say honestly when a goal will not be reached in time", () => {
    expect(shown()).toContain("Not in time: on 1 Jan 2028 at this rate, after the end on 21 Oct 2027.");
  });

  it("stand two campaigns side by side by their distance from the day", () => {
    const points = [{ day: "2026-10-10", people: 400, actions: 400 }];
    const compared = metrics.campaign && { ...metrics.campaign, scope: "campaign.before", points };
    const html = shown("en", { ...metrics, compared });
    expect(fileNamed(html, "way")).toMatch(/\r\n-11,1000,400\r\n-10,1070,\r\n$/);
  });

  it("show a campaign that nobody has joined yet", () => {
    const byDay = metrics.campaign?.funnel.byDay.slice(0, 1) ?? [];
    const total = { seen: 0, submitted: 0, sent: 0, delivered: 0, confirmed: 0, attended: 0, kept: 0 };
    const by = { country: {}, language: {}, source: {} };
    const funnel = { total, byDay, by, askedAgain: 0, waitlisted: 0, withdrawn: 0 };
    const campaign = metrics.campaign && { ...metrics.campaign, funnel, points: [], sources: {} };
    expect(shown("en", { ...metrics, campaign })).not.toMatch(/NaN|Infinity/);
  });
});

describe("a scale", () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 5],
    [10, 10],
    [1_070, 2_000],
    [1_000_000, 1_000_000],
  ])("for %i ends at %i", (n, top) => expect(niceTop(n)).toBe(top));

  it("draws from the first day to the last, and zero below", () => {
    const points = [5, 6, 7].map((x, i) => ({ x, y: i * 50 }));
    expect(pathOf(points, [5, 7], 100)).toBe("M0 100L50 50L100 0");
  });
});

it("quotes what would break a row of the file", () => {
  expect(decodeURIComponent(csvLink([["a,b", 'c"d', "e\nf", "@x", -5, null]]))).toContain(
    `\ufeff"a,b","c""d","e\nf",'@x,-5,\r\n`,
  );
});

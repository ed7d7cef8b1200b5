import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { languageOfFirstVisit } from "../../functions/website/first-visit.ts";
import { firstLanguageCode } from "../../infra/building-blocks/first-language.ts";

const visits: [wanted: string | undefined, site: string | undefined, led: string | undefined][] = [
  ["ar", undefined, "ar"],
  ["ar-EG,ar;q=0.9,en;q=0.8", "none", "ar"],
  ["de,AR;q=0.7,en;q=0.3", "cross-site", "ar"],
  ["en-GB,en;q=0.9,ar;q=0.8", "none", undefined],
  ["tlh", "none", undefined],
  ["ar;q=0, en;q=0.1", "none", undefined],
  ["*", "none", undefined],
  ["", "none", undefined],
  ["ar;q=zzz;;,,", "none", "ar"],
  [undefined, undefined, undefined],
  ["ar", "same-origin", undefined],
];

function asked(wanted: string | undefined, site: string | undefined, path = "/") {
  const headers: Record<string, string> = {};
  if (wanted !== undefined) headers["accept-language"] = wanted;
  if (site !== undefined) headers["sec-fetch-site"] = site;
  return { path, headers };
}

/** Runs what the CDN runs, in the CDN's shape of a request; answers with the header that goes on. */
function atTheCdn(headers: Record<string, string>): string {
  const request = {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
  };
  const passed = runInNewContext(`${firstLanguageCode()}; handler(event)`, { event: { request } });
  return passed.headers["accept-language"].value;
}

describe("a visit to the start page", () => {
  it.each(visits)("that asks for %s and comes from %s is led to %s", (wanted, site, led) => {
    expect(languageOfFirstVisit(asked(wanted, site))).toBe(led);
  });

  it.each(visits)("is led alike behind the CDN: %s from %s to %s", (wanted, site, led) => {
    const normal = atTheCdn(asked(wanted, site).headers);
    expect(normal).toBe(led ?? "en");
    expect(languageOfFirstVisit(asked(normal, site))).toBe(led);
  });
});

it("leaves every other address as it is, whatever language is asked for", () => {
  for (const path of ["/events", "/ar", "/data", "/robots.txt"])
    expect(languageOfFirstVisit(asked("ar", "none", path))).toBeUndefined();
});

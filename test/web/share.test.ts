import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { pngRenderer } from "../../functions/website/png.ts";
import { sharePictureSvg } from "../../web/share-picture.ts";
import { samplePages } from "./samples.ts";

const { resolve } = createRequire(import.meta.url);
const png = pngRenderer({
  wasm: readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")),
  font: readFileSync(resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf")),
});
const picture = {
  locale: "en",
  title: "Global Encryption Day 2027",
  people: 318_204,
  eyebrow: "Coalition",
} as const;

describe("the picture that is shown where a page is shared", () => {
  it("is a PNG of the size that services show whole, and another one for each number", async () => {
    const one = Buffer.from(await png(sharePictureSvg(picture)));
    const next = Buffer.from(await png(sharePictureSvg({ ...picture, people: 318_205 })));
    expect(one.subarray(1, 4).toString()).toBe("PNG");
    expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(one.equals(next)).toBe(false);
  });

  it("is drawn in Arabic too, from the right", async () => {
    const svg = sharePictureSvg({ ...picture, locale: "ar", title: "اليوم العالمي للتشفير" });
    expect(svg).toContain('text-anchor="end"');
    const drawn = await png(svg);
    const without = await png(sharePictureSvg({ ...picture, locale: "ar", title: " " }));
    expect(Buffer.from(drawn).equals(Buffer.from(without))).toBe(false);
  });

  it("stays a picture whatever the title is", async () => {
    const titles = ['"><script>&', "x".repeat(500), "", "one word ".repeat(60), "\u0000\u0007"];
    for (const title of titles)
      expect((await png(sharePictureSvg({ ...picture, title }))).length).toBeGreaterThan(1000);
  });
});

describe("a page that is shared", () => {
  it("names its picture, its address and its language", () => {
    const { event = "" } = samplePages("ar");
    expect(event).toContain(
      'property="og:image" content="https://campaign.example/api/counts/event.global-encryption-day-2027/picture.png?locale=ar"',
    );
    expect(event).toContain('property="og:url" content="https://campaign.example/ar/events/');
    expect(event).toContain('name="twitter:card" content="summary_large_image"');
  });

  it("tells search engines of an event as schema.org has it", () => {
    const { "event-workshop": workshop = "" } = samplePages("en");
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(workshop) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      startDate: "2027-10-12T16:30:00Z",
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      location: [{ "@type": "Place", address: { addressCountry: "CH" } }],
    });
  });

  it("is not shared with a picture where it is for one person", () => {
    expect(samplePages("en").manage).not.toContain("og:");
  });
});

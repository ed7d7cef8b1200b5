import { describe, expect, it } from "vitest";
import type { Drawn } from "../../shared/pictures/draw.ts";
import { pictureDrawer } from "../../shared/pictures/drawer.ts";
import { photoFiles } from "./drawing-files.ts";
import { jpeg, noted, photo, saying } from "./photos.ts";
import { logoSvg, png, svg } from "./samples.ts";

/** How long a drawing may take is tried with logos; here a slow machine may take its time. */
const draw = pictureDrawer(photoFiles, { longest: 1200, patience: 60_000 });

async function drawn(bytes: Uint8Array): Promise<Drawn> {
  const drawing = await draw(bytes);
  if ("problem" in drawing) throw new Error(drawing.problem);
  return drawing;
}

/** Whether the dot at a place is rather red or rather blue. */
async function colourOf({ bytes, width }: Drawn, x: number, y: number): Promise<"red" | "blue"> {
  const { data } = await (await jpeg()).unpack(bytes);
  const at = (y * width + x) * 4;
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? "red" : "blue";
}

describe("a photo that is drawn anew", () => {
  it("keeps its size where that is small, and is made smaller where it is large", async () => {
    expect(await drawn(await photo(90, 30))).toMatchObject({ width: 90, height: 30, format: "jpg" });
    const small = await drawn(await photo(2000, 1500));
    expect(small).toMatchObject({ width: 1200, height: 900 });
    expect(await colourOf(small, 300, 450)).toBe("red");
    expect(await colourOf(small, 900, 450)).toBe("blue");
  });

  it("stands as the camera was held, and says nothing of where that was", async () => {
    const sent = noted(await photo(400, 200), 6, "47.3769 N, 8.5417 E, Serial 0123");
    const made = await drawn(sent);
    expect(made).toMatchObject({ width: 200, height: 400 });
    expect(await colourOf(made, 100, 50)).toBe("red");
    expect(await colourOf(made, 100, 350)).toBe("blue");
    expect(Buffer.from(sent).includes("Serial")).toBe(true);
    expect(Buffer.from(made.bytes).includes("Serial")).toBe(false);
    expect(Buffer.from(made.bytes).includes("Exif")).toBe(false);
  });

  it("has nothing of what stood behind it", async () => {
    const made = await drawn(Buffer.concat([await photo(40, 40), Buffer.from("<script>found()</script>")]));
    expect(Buffer.from(made.bytes).includes("found")).toBe(false);
  });

  it("may be a PNG or an SVG as well, kept as what weighs less, and never without its opacity", {
    timeout: 120_000,
  }, async () => {
    expect(await drawn(png(1400, 700))).toMatchObject({ width: 1200, height: 600 });
    expect(await drawn(logoSvg)).toMatchObject({ width: 1200, height: 600, format: "png" });
    const noise = svg(
      '<filter id="n"><feTurbulence baseFrequency="0.9" numOctaves="3"/><feColorMatrix values="1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0 1"/></filter><rect width="120" height="60" fill="#fff"/><rect width="120" height="60" filter="url(#n)"/>',
    );
    expect(await drawn(noise)).toMatchObject({ format: "jpg" });
    const clear = await drawn(svg('<circle cx="30" cy="30" r="18" fill="#ffd23f"/>'));
    expect(clear.format).toBe("png");
  });
});

describe("what is no photo for us", () => {
  const broken: [string, () => Promise<Uint8Array>, string][] = [
    ["one that breaks off", async () => (await photo(300, 300)).subarray(0, 700), "not-a-picture"],
    ["its first bytes alone", async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "not-a-picture"],
    [
      "a page that begins like one",
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<html>".repeat(99))]),
      "not-a-picture",
    ],
    ["a billion dots", async () => saying(await photo(64, 64), 60_000, 60_000), "picture-has-too-many-dots"],
    ["one without height", async () => saying(await photo(64, 64), 64, 0), "not-a-picture"],
  ];
  it.each(broken)("refuses %s", async (_what, made, problem) => {
    expect(await draw(await made())).toEqual({ problem });
  });
});

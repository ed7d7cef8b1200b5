import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import type { Drawn } from "../../shared/pictures/draw.ts";
import { pictureDrawer } from "../../shared/pictures/drawer.ts";
import { drawingFiles } from "./drawing-files.ts";
import { animationChunk, logoSvg, png, svg, textChunk } from "./samples.ts";

const draw = pictureDrawer(drawingFiles);

async function drawn(bytes: Uint8Array): Promise<Drawn> {
  const drawing = await draw(bytes);
  if ("problem" in drawing) throw new Error(drawing.problem);
  return drawing;
}

/** Red, green, blue and opacity of the dot at a place. */
async function dot(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { bytes: made } = await drawn(bytes);
  const { data, width, channels } = decode(made);
  return [...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels)];
}

describe("a picture that is drawn anew", () => {
  it("of an SVG is a PNG of our size, whatever size it claims", async () => {
    expect(await drawn(logoSvg)).toMatchObject({ width: 640, height: 320 });
    const vast = svg('<rect width="90000" height="90000"/>', 'width="90000" height="90000"');
    expect(await drawn(vast)).toMatchObject({ width: 640, height: 640 });
    expect(await dot(logoSvg, 5, 5)).toEqual([0x0b, 0x3d, 0x2e, 255]);
  });

  it("of a PNG keeps its size where that is small, and is made smaller where it is large", async () => {
    expect(await drawn(png(90, 30))).toMatchObject({ width: 90, height: 30 });
    expect(await drawn(png(1400, 700))).toMatchObject({ width: 640, height: 320 });
    expect(await dot(png(1400, 700), 300, 200)).toEqual([0x40, 0x40, 0x40, 255]);
  });

  it("has nothing of what was hidden in what was sent", async () => {
    const secret = "<script>alert('found')</script>";
    const { bytes: made } = await drawn(
      png(40, 40, { between: [textChunk(secret)], behind: Buffer.from(secret) }),
    );
    expect(Buffer.from(made).includes("found")).toBe(false);
    const scripted = svg(
      `<rect width="9" height="9"/><script>found()</script><a href="javascript:found()"/>`,
    );
    expect(Buffer.from((await drawn(scripted)).bytes).includes("found")).toBe(false);
  });

  it("loads nothing, neither from the network nor of our own machine", async () => {
    const own = svg(
      `<image width="120" height="60" href="${drawingFiles.wasm.replace("index_bg.wasm", "x.png")}"/>`,
    );
    expect(await draw(own)).toEqual({ problem: "picture-is-empty" });
    const far = svg(
      '<rect width="120" height="60" fill="#fff"/><image width="120" height="60" href="http://127.0.0.1:1/x.png"/>',
    );
    expect(await dot(far, 100, 100)).toEqual([255, 255, 255, 255]);
  });

  it("draws words in a font of ours", async () => {
    expect(await draw(svg('<text x="5" y="40" font-size="30">Privé</text>'))).toMatchObject({ width: 640 });
  });
});

describe("what is no picture for us", () => {
  it.each<[string, Uint8Array, string]>([
    ["a web page", Buffer.from("<!doctype html><html><script>alert(1)</script></html>"), "not-a-picture"],
    ["a web page without more ado", Buffer.from("<html><body>hello</body></html>"), "not-a-picture"],
    ["nothing", Buffer.alloc(0), "not-a-picture"],
    ["a photo, where a logo is asked for", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "not-a-picture"],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000"), "not-a-picture"],
    [
      "a web page that begins like a PNG",
      Buffer.concat([png(9, 9).subarray(0, 8), Buffer.from("<html>")]),
      "not-a-picture",
    ],
    ["a PNG that breaks off", png(300, 300).subarray(0, 90), "not-a-picture"],
    ["a PNG with other dots than it says", png(9, 9, { says: [400, 400] }), "not-a-picture"],
    ["a PNG of a billion dots", png(1, 1, { says: [60_000, 60_000] }), "picture-has-too-many-dots"],
    ["a PNG that moves", png(9, 9, { between: [animationChunk()] }), "picture-moves"],
    ["an SVG in another encoding", Buffer.from([0x3c, 0xff, 0xfe, 0x73]), "not-a-picture"],
    ["an SVG with nothing to see", svg(""), "picture-is-empty"],
    [
      "an SVG as thin as a thread",
      svg('<rect width="1" height="9"/>', 'width="1" height="90000"'),
      "picture-is-empty",
    ],
    [
      "an SVG whose entities never end",
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${[..."bcdefgh"].map((name, i) => `<!ENTITY ${name} "${`&${"abcdefg"[i]};`.repeat(10)}">`).join("")}]><svg xmlns="http://www.w3.org/2000/svg"><text>&h;</text></svg>`,
      ),
      "not-a-picture",
    ],
    [
      "an SVG that doubles itself for ever",
      svg(
        `<g id="a0"><rect width="1" height="1"/></g>${Array.from({ length: 40 }, (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`).join("")}`,
      ),
      "not-a-picture",
    ],
  ])("refuses %s", async (_what, bytes, problem) => {
    expect(await draw(bytes)).toEqual({ problem });
  });

  it("is what takes for ever to draw: it is ended, and the next one is drawn", async () => {
    const impatient = pictureDrawer(drawingFiles, { patience: 700 });
    const filter =
      '<filter id="f" x="-100" y="-100" width="1000" height="1000"><feGaussianBlur stdDeviation="5000"/><feTurbulence baseFrequency="0.001" numOctaves="50"/></filter>';
    const slow = svg(
      filter + '<rect filter="url(#f)" width="90000" height="90000"/>'.repeat(50),
      'width="90000" height="90000"',
    );
    const began = performance.now();
    expect(await impatient(slow)).toEqual({ problem: "picture-is-too-complicated" });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(await draw(logoSvg)).toMatchObject({ width: 640 });
  });
});

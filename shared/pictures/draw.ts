import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-wasm";
import { decode } from "fast-png";
import { fitted, type PictureProblem, type PictureSize, pictureFormat, readPng } from "../domain/picture.ts";

/** A picture that we have drawn: a PNG of our own making, with nothing of what was sent but how it looks. */
export interface Drawn extends PictureSize {
  png: Uint8Array;
}
export type Drawing = Drawn | { problem: PictureProblem };

/** Of the longer side, in dots: a logo stands at 200 CSS pixels at most, on screens of three dots each. */
const longest = 640;

/**
 * Draws what was sent anew. An SVG is never kept as such: scripts, links, styles and what it would load are not drawn,
 * so they are gone. A PNG is unpacked, checked, and packed again: what stood behind or between its dots is gone too.
 * Takes a processor for as long as the picture wants; `drawer.ts` ends that.
 */
export function draw(bytes: Uint8Array, font: Uint8Array): Drawing {
  const format = pictureFormat(bytes);
  if (format === "png") return drawPng(bytes);
  return format === "svg" ? drawSvg(bytes, font) : { problem: "not-a-picture" };
}

function drawPng(bytes: Uint8Array): Drawing {
  const size = readPng(bytes);
  if ("problem" in size) return size;
  try {
    decode(bytes, { checkCrc: true });
  } catch {
    return { problem: "not-a-picture" };
  }
  const end = fitted(size, longest, false);
  let drawn: Drawn = { png: bytes, ...size };
  // By halves at most: a dot of a picture made smaller in one step would stand for few of those that it covers.
  do drawn = redraw(drawn, larger(half(drawn), end));
  while (drawn.width > end.width);
  return drawn;
}

function half({ width, height }: PictureSize): PictureSize {
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

function larger(one: PictureSize, other: PictureSize): PictureSize {
  return one.width > other.width ? one : other;
}

function redraw({ png, width, height }: Drawn, size: PictureSize): Drawn {
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  return rendered(new Resvg(svg, { font: { loadSystemFonts: false } }));
}

function drawSvg(bytes: Uint8Array, font: Uint8Array): Drawing {
  const svg = utf8(bytes);
  if (svg === undefined) return { problem: "not-a-picture" };
  const options: ResvgRenderOptions = {
    font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
  };
  let size: PictureSize;
  try {
    size = sizeOf(new Resvg(svg, options));
  } catch {
    return { problem: "not-a-picture" };
  }
  const { width, height } = fitted(size, longest, true);
  const fitTo =
    width >= height
      ? ({ mode: "width", value: width } as const)
      : ({ mode: "height", value: height } as const);
  try {
    const drawing = new Resvg(svg, { ...options, fitTo });
    return drawing.getBBox() ? rendered(drawing) : { problem: "picture-is-empty" };
  } catch {
    // Its sides are so unlike that one of them would have no dot.
    return { problem: "picture-is-empty" };
  }
}

function sizeOf(drawing: InstanceType<typeof Resvg>): PictureSize {
  const { width, height } = drawing;
  drawing.free();
  return { width, height };
}

function rendered(drawing: InstanceType<typeof Resvg>): Drawn {
  const image = drawing.render();
  const drawn = { png: image.asPng(), width: image.width, height: image.height };
  image.free();
  drawing.free();
  return drawn;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

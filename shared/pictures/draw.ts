import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-wasm";
import { decode } from "fast-png";
import { readJpeg } from "../domain/jpeg.ts";
import { fitted, type PictureProblem, type PictureSize, pictureFormat, readPng } from "../domain/picture.ts";
import { type JpegCodecs, shrunk } from "./photo.ts";

/** What a picture is kept as. */
export type KeptFormat = "png" | "jpg";

/** A picture that we have drawn: a file of our own making, with nothing of what was sent but how it looks. */
export interface Drawn extends PictureSize {
  bytes: Uint8Array;
  format: KeptFormat;
}
export type Drawing = Drawn | { problem: PictureProblem };

/** What is drawn with, and how large. */
export interface Tools {
  /** For words in an SVG. */
  font: Uint8Array;
  /** Dots of the longer side at most. */
  longest: number;
  /** Where photos are taken too, and kept as such. */
  jpeg?: JpegCodecs | undefined;
}

/** A picture on its way: what resvg made, its dots beside it. */
interface Rendered extends PictureSize {
  png: Uint8Array;
  dots: Uint8Array;
}

/**
 * Draws what was sent anew. An SVG is never kept as such: scripts, links, styles and what it would load are not drawn,
 * so they are gone. A PNG or JPEG is unpacked, checked, and packed again: what stood behind or between its dots is gone
 * too, such as where a photo was taken. Takes a processor for as long as the picture wants; `drawer.ts` ends that.
 */
export async function draw(bytes: Uint8Array, tools: Tools): Promise<Drawing> {
  const format = pictureFormat(bytes);
  if (format === "jpeg" && tools.jpeg) return drawJpeg(bytes, tools.jpeg, tools.longest);
  if (format !== "png" && format !== "svg") return { problem: "not-a-picture" };
  const rendered = format === "png" ? drawPng(bytes, tools.longest) : drawSvg(bytes, tools);
  return "problem" in rendered ? rendered : lighter(rendered, tools.jpeg);
}

async function drawJpeg(bytes: Uint8Array, jpeg: JpegCodecs, longest: number): Promise<Drawing> {
  const size = readJpeg(bytes);
  if ("problem" in size) return size;
  try {
    // Its sides may have changed places: cameras note which one is up.
    const dots = await jpeg.unpack(bytes);
    const small = shrunk(dots, fitted(dots, longest, false));
    return { bytes: await jpeg.pack(small), format: "jpg", width: small.width, height: small.height };
  } catch {
    return { problem: "not-a-picture" };
  }
}

/** As a JPEG where that is less and loses no opacity: a photo that was sent as a PNG weighs a tenth. */
async function lighter({ png, dots, width, height }: Rendered, jpeg: JpegCodecs | undefined): Promise<Drawn> {
  const asPng: Drawn = { bytes: png, format: "png", width, height };
  if (!jpeg || !isOpaque(dots)) return asPng;
  const packed = await jpeg.pack({ data: new Uint8ClampedArray(dots), width, height });
  return packed.length < png.length / 2 ? { ...asPng, bytes: packed, format: "jpg" } : asPng;
}

function isOpaque(dots: Uint8Array): boolean {
  for (let at = 3; at < dots.length; at += 4) if (dots[at] !== 255) return false;
  return true;
}

function drawPng(bytes: Uint8Array, longest: number): Rendered | { problem: PictureProblem } {
  const size = readPng(bytes);
  if ("problem" in size) return size;
  try {
    decode(bytes, { checkCrc: true });
  } catch {
    return { problem: "not-a-picture" };
  }
  const end = fitted(size, longest, false);
  // By halves at most: a dot of a picture made smaller in one step would stand for few of those that it covers.
  let drawn = redraw({ png: bytes, ...size }, larger(half(size), end));
  while (drawn.width > end.width) drawn = redraw(drawn, larger(half(drawn), end));
  return drawn;
}

function half({ width, height }: PictureSize): PictureSize {
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

function larger(one: PictureSize, other: PictureSize): PictureSize {
  return one.width > other.width ? one : other;
}

function redraw({ png, width, height }: PictureSize & { png: Uint8Array }, size: PictureSize): Rendered {
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  return rendered(new Resvg(svg, { font: { loadSystemFonts: false } }));
}

function drawSvg(
  bytes: Uint8Array,
  { font, longest }: Pick<Tools, "font" | "longest">,
): Rendered | { problem: PictureProblem } {
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

function rendered(drawing: InstanceType<typeof Resvg>): Rendered {
  const image = drawing.render();
  const drawn = { png: image.asPng(), dots: image.pixels, width: image.width, height: image.height };
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

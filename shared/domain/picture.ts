/** What is kept of a picture that somebody sent: where it lies, and how large it was drawn. */
export interface PictureSize {
  width: number;
  height: number;
}

/** What a picture may be sent as. What it is called, and what type it is said to be, says nothing: its bytes do. */
export type PictureFormat = "png" | "svg" | "jpeg";

/** Why a picture is not taken; each a word of `shared/locales` (`reason.<word>`). */
export type PictureProblem =
  | "not-a-picture"
  | "picture-moves"
  | "picture-has-too-many-dots"
  | "picture-is-empty"
  | "picture-is-too-complicated";

/** Bytes of a logo as it is sent: 200 KB. */
export const largestLogo = 200 * 1024;

/** Bytes of a photo as it is sent: 4 MB, since with what is around it six are all that a function is handed. */
export const largestPhoto = 4 * 1024 * 1024;

/** Dots of the longer side, as we draw it: a logo stands at 200 CSS pixels at most, on screens of three dots each. */
export const logoSide = 640;

/** A photo stands as wide as a column of text, and search engines ask for 1,200 dots. */
export const photoSide = 1200;

/** More than any logo needs; a PNG of a few KB can claim a billion dots, which would be unpacked before they are drawn. */
const mostDots = 8_000_000;

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What the bytes are; undefined where they are none of them. Costs nothing: it looks at the first few only. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (Buffer.compare(bytes.subarray(0, pngMark.length), pngMark) === 0) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  return /^\ufeff?\s*</.test(Buffer.from(bytes.subarray(0, 200)).toString("utf8")) ? "svg" : undefined;
}

/** Size and problem of a PNG by its chunks, before anything of it is unpacked (PNG, third edition: 5 and 11.2.1). */
export function readPng(bytes: Uint8Array): PictureSize | { problem: PictureProblem } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 33 || chunkAt(view, 8) !== "IHDR") return { problem: "not-a-picture" };
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  if (width === 0 || height === 0) return { problem: "not-a-picture" };
  if (width * height > mostDots) return { problem: "picture-has-too-many-dots" };
  return moves(view) ? { problem: "picture-moves" } : { width, height };
}

/** An animation says so in a chunk of its own, before the first dot. */
function moves(view: Buffer): boolean {
  for (let at = 8; at + 8 <= view.length; at += 12 + view.readUInt32BE(at)) {
    const chunk = chunkAt(view, at);
    if (chunk === "acTL") return true;
    if (chunk === "IDAT") return false;
  }
  return false;
}

function chunkAt(view: Buffer, at: number): string {
  return view.toString("latin1", at + 4, at + 8);
}

/** The size with the same sides' relation whose longer side is `longest`; a small one is not made larger unless `grow`. */
export function fitted(size: PictureSize, longest: number, grow: boolean): PictureSize {
  const longer = Math.max(size.width, size.height);
  const scale = longer > longest || grow ? longest / longer : 1;
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(size.width), height: side(size.height) };
}

/** What lies under a path, as HTTP calls it: by its name, which we gave it. */
export function pictureType(path: string): string {
  return path.endsWith(".jpg") ? "image/jpeg" : "image/png";
}

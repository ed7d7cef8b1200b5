import type { PictureProblem, PictureSize } from "./picture.ts";

/** A phone's photo has twelve million; with more of them a thread would take more memory than a function has. */
const mostDots = 30_000_000;

/** Frames that hold dots: all of SOF0 to SOF15 but the three numbers that stand for other things (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const [startOfScan, endOfImage] = [0xda, 0xd9];

/**
 * Size and problem of a JPEG by its segments, before anything of it is unpacked. One that breaks off would be drawn with a
 * grey rest: it must have an end somewhere behind its first dots.
 */
export function readJpeg(bytes: Uint8Array): PictureSize | { problem: PictureProblem } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PictureSize | undefined;
  for (let at = 2; at + 4 <= view.length; ) {
    if (view[at] !== 0xff) break;
    const marker = view[at + 1] ?? 0;
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === startOfScan) return whole(view.subarray(at), size);
    if (isFrame(marker) && at + 9 <= view.length)
      size ??= { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return { problem: "not-a-picture" };
}

function whole(scans: Buffer, size: PictureSize | undefined): PictureSize | { problem: PictureProblem } {
  if (!size || size.width === 0 || size.height === 0) return { problem: "not-a-picture" };
  if (size.width * size.height > mostDots) return { problem: "picture-has-too-many-dots" };
  return scans.includes(Buffer.from([0xff, endOfImage])) ? size : { problem: "not-a-picture" };
}

import { readFileSync } from "node:fs";
import { type JpegCodecs, jpegCodecs } from "../../shared/pictures/photo.ts";
import { photoFiles } from "./drawing-files.ts";

let codecs: Promise<JpegCodecs> | undefined;

/** What packs and unpacks JPEG, made once. */
export function jpeg(): Promise<JpegCodecs> {
  const { decoder, encoder } = photoFiles.jpeg;
  codecs ??= jpegCodecs(readFileSync(decoder), readFileSync(encoder));
  return codecs;
}

/** A photo whose left half is red and whose right half is blue. */
export async function photo(width: number, height: number): Promise<Buffer> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++)
    data.set(at % width < width / 2 ? [200, 30, 30, 255] : [30, 30, 200, 255], at * 4);
  return Buffer.from(await (await jpeg()).pack({ data, width, height }));
}

/** The same with what a camera notes: which side is up (Exif 2.32, 4.6.4: 6 is a quarter turn to the right), and where. */
export function noted(photo: Buffer, orientation: number, where: string): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II*\0", "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from(where)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([photo.subarray(0, 2), head, body, photo.subarray(2)]);
}

/** The same with other sides in its frame than it has. */
export function saying(photo: Buffer, width: number, height: number): Buffer {
  const said = Buffer.from(photo);
  const at = [0xc0, 0xc2].map((frame) => said.indexOf(Buffer.from([0xff, frame]))).find((found) => found > 0);
  if (at === undefined) throw new Error("no frame");
  said.writeUInt16BE(height, at + 5);
  said.writeUInt16BE(width, at + 7);
  return said;
}

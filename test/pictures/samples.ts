import { crc32, deflateSync } from "node:zlib";

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length);
  whole.write(name, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

interface Png {
  /** What the head says, where it is not what is in it. */
  says?: [number, number];
  /** Chunks between the head and the dots. */
  between?: Buffer[];
  behind?: Buffer;
}

/** A PNG of one colour (RGB), made by hand. */
export function png(width: number, height: number, { says, between = [], behind }: Png = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(says?.[0] ?? width);
  head.writeUInt32BE(says?.[1] ?? height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x40)]);
  const dots = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...between,
    chunk("IDAT", dots),
    chunk("IEND", Buffer.alloc(0)),
    ...(behind ? [behind] : []),
  ]);
}

/** The chunk that makes a PNG an animation. */
export const animationChunk = (): Buffer => chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
export const textChunk = (text: string): Buffer => chunk("tEXt", Buffer.from(`Comment\0${text}`));

export function svg(inside: string, attributes = 'viewBox="0 0 120 60"'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
}

export const logoSvg = svg(
  '<rect width="120" height="60" fill="#0b3d2e"/><circle cx="30" cy="30" r="18" fill="#ffd23f"/>',
);

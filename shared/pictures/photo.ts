import decode, { init as useDecoder } from "@jsquash/jpeg/decode.js";
import encode, { init as useEncoder } from "@jsquash/jpeg/encode.js";
import type { PictureSize } from "../domain/picture.ts";

/** Dots as they lie in memory: red, green, blue and opacity of each, row by row. */
export interface Dots extends PictureSize {
  data: Uint8ClampedArray;
}

/** What packs and unpacks JPEG: MozJPEG, as WebAssembly. */
export interface JpegCodecs {
  unpack(bytes: Uint8Array): Promise<Dots>;
  pack(dots: Dots): Promise<Uint8Array>;
}

/** Of 100. Above it files grow faster than what can be seen. */
const quality = 80;

/** `decoder` and `encoder` are the bytes of the two. */
export async function jpegCodecs(decoder: Uint8Array, encoder: Uint8Array): Promise<JpegCodecs> {
  await useDecoder(ready(await WebAssembly.compile(Uint8Array.from(decoder))));
  await useEncoder(ready(await WebAssembly.compile(Uint8Array.from(encoder))));
  return {
    // Cameras say in a note which side is up; the note goes, so what it says is done.
    unpack: (bytes) => decode(Uint8Array.from(bytes).buffer, { preserveOrientation: true }),
    pack: async ({ data, width, height }) =>
      new Uint8Array(await encode({ data, width, height } as ImageData, { quality })),
  };
}

/** A module that is compiled already, in the words of Emscripten. */
function ready(module: WebAssembly.Module) {
  return {
    instantiateWasm(imports: WebAssembly.Imports, use: (instance: never) => void): WebAssembly.Exports {
      const instance = new WebAssembly.Instance(module, imports);
      use(instance as never);
      return instance.exports;
    },
  };
}

/** Dots made fewer: each is the mean of all that it covers, so that no line is lost between two of them. */
export function shrunk(dots: Dots, size: PictureSize): Dots {
  if (size.width >= dots.width && size.height >= dots.height) return dots;
  const data = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = 0; y < size.height; y++) {
    const rows = covered(y, size.height, dots.height);
    for (let x = 0; x < size.width; x++) {
      const columns = covered(x, size.width, dots.width);
      mean(dots, { rows, columns }, data, (y * size.width + x) * 4);
    }
  }
  return { data, ...size };
}

type Span = readonly [from: number, until: number];

function covered(at: number, of: number, whole: number): Span {
  const from = Math.floor((at * whole) / of);
  return [from, Math.max(from + 1, Math.floor(((at + 1) * whole) / of))];
}

function mean(
  { data, width }: Dots,
  { rows, columns }: { rows: Span; columns: Span },
  into: Uint8ClampedArray,
  place: number,
): void {
  let [red, green, blue] = [0, 0, 0];
  for (let y = rows[0]; y < rows[1]; y++) {
    for (let x = columns[0]; x < columns[1]; x++) {
      const at = (y * width + x) * 4;
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  }
  const n = (rows[1] - rows[0]) * (columns[1] - columns[0]);
  into.set([red / n, green / n, blue / n, 255], place);
}

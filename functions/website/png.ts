import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Draws an SVG as PNG bytes. */
export type PngRenderer = (svg: string) => Promise<Uint8Array>;

/**
 * Draws with one font and nothing of the machine's own, so that a picture is the same everywhere. DejaVu Sans Bold holds
 * Latin, Arabic, Greek and Cyrillic; letters of other scripts would be boxes.
 */
export function pngRenderer({ wasm, font }: { wasm: Uint8Array; font: Uint8Array }): PngRenderer {
  let ready: Promise<void> | undefined;
  return async (svg) => {
    ready ??= initWasm(wasm);
    await ready;
    const drawn = new Resvg(svg, {
      font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
    }).render();
    const png = drawn.asPng();
    drawn.free();
    return png;
  };
}

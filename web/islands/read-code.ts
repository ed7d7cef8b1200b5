import { decodeQR } from "qr/decode.js";

/** Reads QR codes where the browser cannot: a file of its own, asked for only when a camera is opened without one. */
export function readCode(image: ImageData): string | undefined {
  try {
    return decodeQR(image) || undefined;
  } catch {
    // A picture without a code is the rule, not a fault.
    return undefined;
  }
}

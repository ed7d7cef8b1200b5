import * as z from "zod";
import { largestLogo, largestPhoto } from "../domain/picture.ts";

/** A picture as a form's file, or in JSON as base64 (RFC 4648, section 4); comes out as its bytes, of which nothing is known. */
function pictureUpTo(largest: number, tooLarge: { maximum: number; message: string }) {
  return z
    .custom<Uint8Array | string>(
      (sent) => typeof sent === "string" || sent instanceof Uint8Array,
      "wrong-type",
    )
    .meta({ type: "string", contentEncoding: "base64" })
    .transform((sent, context) => {
      const bytes = typeof sent === "string" ? fromBase64(sent) : sent;
      if (bytes && bytes.length <= largest) return bytes;
      if (bytes) context.addIssue({ code: "too_big", origin: "file", ...tooLarge });
      else context.addIssue({ code: "custom", message: "not-base64" });
      return z.NEVER;
    });
}

/** Kilobytes and megabytes are what people know of a file. */
export const logo = pictureUpTo(largestLogo, { maximum: largestLogo / 1024, message: "picture-too-large" });
export const photo = pictureUpTo(largestPhoto, {
  maximum: largestPhoto / 1024 ** 2,
  message: "photo-too-large",
});

function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.trim().replace(/^data:[\w/+.-]+;base64,/, "");
  // By its length, not by groups of four: counting a million groups takes more stack than there is.
  const isBase64 = bare.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
  return isBase64 ? Buffer.from(bare, "base64") : undefined;
}

/** Where a picture is to be had. */
export const PictureAnswer = z.object({
  url: z
    .string()
    .meta({ description: "A PNG or JPEG of our own drawing; it never changes under this address." }),
  width: z.number().int(),
  height: z.number().int(),
});
export type PictureAnswer = z.infer<typeof PictureAnswer>;

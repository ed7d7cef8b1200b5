import { asset } from "../asset.ts";
import { document } from "../parts/document.ts";

/** The page in which the staff console shows a mail (`web/islands/mail-frame.ts`); empty until it is handed one. */
export function mailFramePage(): string {
  return document(
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>A mail as it looks</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <script defer src={asset("mail-frame.js")} />
      </head>
      <body />
    </html>,
  );
}

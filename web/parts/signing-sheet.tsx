import { asset } from "../asset.ts";

/** The styles of what is signed, beside those of the site. */
export function SigningSheet() {
  return <link rel="stylesheet" href={asset("signing.css")} />;
}

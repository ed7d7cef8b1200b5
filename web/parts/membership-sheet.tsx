import { asset } from "../asset.ts";

/** The styles that only pages about members need. */
export function MembershipSheet() {
  return <link rel="stylesheet" href={asset("membership.css")} />;
}

import { asset } from "../asset.ts";

/** The styles of the door and of tickets, beside those of the site. */
export function DoorSheet() {
  return <link rel="stylesheet" href={asset("door.css")} />;
}

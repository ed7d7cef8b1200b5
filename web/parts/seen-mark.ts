import type { View } from "../view.ts";

/** What has `seen.js` tell us that a form has come into view; `scope` says which, `coalition` the one of joining. */
export function seenMark({ seenOneIn }: View, scope: string) {
  return seenOneIn === undefined ? {} : { "data-seen": scope, "data-one-in": seenOneIn };
}

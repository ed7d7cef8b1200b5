import type { Role } from "./session/claims.ts";
import type { TextKey } from "./texts/texts.ts";

export interface Section {
  path: string;
  name: TextKey;
  /** Pressed after `g`. */
  key: string;
  /** Who sees it; the API decides who may. */
  for: readonly Role[];
}

/** The console's sections in the order of the work. */
export const sections: readonly Section[] = [
  { path: "/staff", name: "nav.home", key: "o", for: ["reviewer", "organizer"] },
  { path: "/staff/members", name: "nav.members", key: "m", for: ["reviewer"] },
  { path: "/staff/events", name: "nav.events", key: "e", for: ["organizer", "reviewer"] },
  { path: "/staff/pledges", name: "nav.pledges", key: "l", for: ["organizer", "reviewer"] },
  { path: "/staff/statements", name: "nav.statements", key: "t", for: ["organizer", "reviewer"] },
  { path: "/staff/comments", name: "nav.comments", key: "c", for: ["reviewer"] },
  { path: "/staff/signatures", name: "nav.signatures", key: "s", for: ["reviewer"] },
  { path: "/staff/metrics", name: "nav.metrics", key: "f", for: ["reviewer", "organizer"] },
  { path: "/staff/audit", name: "nav.audit", key: "a", for: ["reviewer", "organizer"] },
  { path: "/staff/people", name: "nav.people", key: "p", for: ["admin"] },
];

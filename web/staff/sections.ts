import type { Role } from "./session/claims.ts";
import type { TextKey } from "./texts/texts.ts";

/** What kind of work a section is: the menu shows them in these groups, in this order. */
export const sectionGroups = ["queues", "campaigns", "people", "watch"] as const;
export type SectionGroup = (typeof sectionGroups)[number];

export interface Section {
  path: string;
  name: TextKey;
  in: SectionGroup;
  /** Pressed after `g`. */
  key: string;
  /** Who sees it; the API decides who may. */
  for: readonly Role[];
}

/** The console's sections in the order of the work. */
export const sections: readonly Section[] = [
  { path: "/staff", name: "nav.home", in: "queues", key: "o", for: ["reviewer", "organizer"] },
  { path: "/staff/members", name: "nav.members", in: "queues", key: "m", for: ["reviewer"] },
  { path: "/staff/comments", name: "nav.comments", in: "queues", key: "c", for: ["reviewer"] },
  { path: "/staff/signatures", name: "nav.signatures", in: "queues", key: "s", for: ["reviewer"] },

  { path: "/staff/campaigns", name: "nav.campaigns", in: "campaigns", key: "i", for: ["organizer"] },
  { path: "/staff/events", name: "nav.events", in: "campaigns", key: "e", for: ["organizer", "reviewer"] },
  { path: "/staff/pledges", name: "nav.pledges", in: "campaigns", key: "l", for: ["organizer", "reviewer"] },
  {
    path: "/staff/statements",
    name: "nav.statements",
    in: "campaigns",
    key: "t",
    for: ["organizer", "reviewer"],
  },
  { path: "/staff/news", name: "nav.news", in: "campaigns", key: "n", for: ["organizer"] },

  { path: "/staff/registrants", name: "nav.registrants", in: "people", key: "r", for: ["organizer"] },
  { path: "/staff/people", name: "nav.people", in: "people", key: "p", for: ["admin"] },

  { path: "/staff/metrics", name: "nav.metrics", in: "watch", key: "f", for: ["reviewer", "organizer"] },
  { path: "/staff/audit", name: "nav.audit", in: "watch", key: "a", for: ["reviewer", "organizer"] },
];

/** The section that an address lies in. */
export function sectionOf(path: string): Section | undefined {
  return sections.find(({ path: of }) => path === of || (of !== "/staff" && path.startsWith(`${of}/`)));
}

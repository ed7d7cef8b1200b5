import type { StaffRole } from "../../shared/domain/staff-roles.ts";

/** A screen of the staff console; tests look at each, and pictures are made of them. */
export interface ConsoleAddress {
  /** Names its picture. */
  name: string;
  path: string;
  /** Who sees it; an admin sees all. */
  role: StaffRole;
}

const day = "global-encryption-day-2027";

/** Those that sample data fills; for what people do first, see `thingsInConsole` of the journeys. */
export const consoleAddresses: readonly ConsoleAddress[] = [
  { name: "overview", path: "/staff", role: "admin" },
  { name: "members", path: "/staff/members", role: "reviewer" },
  { name: "import", path: "/staff/members/import", role: "admin" },
  { name: "comments", path: "/staff/comments", role: "reviewer" },
  { name: "signatures", path: "/staff/signatures", role: "reviewer" },
  { name: "campaigns", path: "/staff/campaigns", role: "organizer" },
  { name: "campaign", path: `/staff/campaigns/${day}`, role: "organizer" },
  { name: "campaign-new", path: "/staff/campaigns/new", role: "organizer" },
  { name: "events", path: "/staff/events?state=published", role: "organizer" },
  { name: "event", path: `/staff/events/${day}`, role: "organizer" },
  { name: "pledges", path: "/staff/pledges", role: "organizer" },
  { name: "pledge", path: "/staff/pledges/make-the-switch", role: "organizer" },
  { name: "statements", path: "/staff/statements", role: "organizer" },
  { name: "statement", path: "/staff/statements/2027", role: "organizer" },
  { name: "news", path: "/staff/news", role: "organizer" },
  { name: "registrants", path: "/staff/registrants", role: "organizer" },
  { name: "registrants-of", path: `/staff/registrants/event.${day}`, role: "organizer" },
  { name: "staff", path: "/staff/people", role: "admin" },
  { name: "metrics", path: "/staff/metrics", role: "organizer" },
  { name: "audit", path: "/staff/audit", role: "admin" },
  { name: "nowhere", path: "/staff/nowhere", role: "reviewer" },
];

import { type StaffDoor, staffPage } from "../../web/pages/staff.tsx";
import type { View } from "../../web/view.ts";
import { html, type Reply } from "../edge/reply.ts";

/** The console has no language in its path: staff choose theirs in it. */
export function isStaffPath({ locale, path }: View): boolean {
  return locale === "en" && (path === "/staff" || path.startsWith("/staff/"));
}

/**
 * The page that the console runs in, the same at each of its paths. Its script may talk to us and to Cognito and to
 * nobody else, no form leaves by itself, and no text can become HTML.
 */
export function staffShell(door: StaffDoor): Reply {
  return html(200, staffPage(door), {
    "content-security-policy": policy(new URL(door.signIn).origin),
    "cache-control": "no-store",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex",
  });
}

function policy(signIn: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${signIn}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

import { mailFramePage } from "../../web/pages/mail-frame.tsx";
import { type StaffDoor, staffPage } from "../../web/pages/staff.tsx";
import type { View } from "../../web/view.ts";
import { html, type Reply } from "../edge/reply.ts";

/** The console has no language in its path: staff choose theirs in it. */
export function isStaffPath({ locale, path }: View): boolean {
  return locale === "en" && (path === "/staff" || path.startsWith("/staff/"));
}

/** The console's page at each of its paths, but for the one that it shows mails in. */
export function staffReply({ path }: View, door: StaffDoor): Reply {
  return path === mailFramePath ? mailFrame() : staffShell(door);
}

/**
 * The page that the console runs in, the same at each of its paths. Its script may talk to us and to Cognito and to
 * nobody else, no form leaves by itself, and no text can become HTML.
 */
function staffShell(door: StaffDoor): Reply {
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
    "frame-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

const mailFramePath = "/staff/mail-frame";

/**
 * The page in which the console shows a mail: mails have their styles in their elements, which no other page of ours may.
 * It is nobody's page but the console's, knows nothing, and is cut off from our origin, whatever the mail holds.
 */
function mailFrame(): Reply {
  return html(200, mailFramePage(), {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'unsafe-inline'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "sandbox allow-scripts",
    ].join("; "),
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  });
}

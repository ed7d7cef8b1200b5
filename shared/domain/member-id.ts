import { createHash } from "node:crypto";
import type { MemberKind } from "./member-states.ts";
import { nameIdentity } from "./organization-name.ts";
import type { PersonHash } from "./person-hash.ts";

/**
 * The id of the application that a person makes for an organization, or for themselves: the same form sent twice is the
 * same application. The person's hash is keyed, so the id tells nothing to whom it is shown. 80 bits.
 */
export function applicationId(
  person: PersonHash,
  { kind, name }: { kind: MemberKind; name: string },
): string {
  const what = kind === "expert" ? "expert" : `organization:${nameIdentity(name)}`;
  return createHash("sha256").update(`member:${person}:${what}`).digest("hex").slice(0, 20);
}

/** Reads the id of a member as it stands in a path or a link's subject. */
export function isMemberId(text: string): boolean {
  return /^[0-9a-f]{20}$/.test(text);
}

const subjectPrefix = "member.";

export function memberSubject(id: string): string {
  return subjectPrefix + id;
}

/** The member that a link or a mail is about; undefined where it is about something else. */
export function memberIn(subject: string): string | undefined {
  const id = subject.startsWith(subjectPrefix) ? subject.slice(subjectPrefix.length) : "";
  return isMemberId(id) ? id : undefined;
}

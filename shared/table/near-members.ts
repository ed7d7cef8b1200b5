import { nearness } from "../domain/organization-name.ts";
import type { Member } from "./member.ts";
import { allMembers } from "./member-list.ts";
import type { Table } from "./table.ts";

const mostNear = 10;

/** A member or an open application that may be the organization that was asked about, and why. */
export interface NearMember {
  member: Member;
  by: "domain" | "name";
  likeness: number;
}

/**
 * Which members and open applications may be this organization, the likest first: half a read unit for each 4 KB of all
 * of them. `except` leaves out those that it is known to be.
 */
export async function nearMembers(
  table: Table,
  organization: { name: string; domain?: string | undefined },
  except: readonly (string | undefined)[] = [],
): Promise<NearMember[]> {
  const lists = await Promise.all(
    (["approved", "submitted", "questioned"] as const).map((state) => allMembers(table, state)),
  );
  const near = lists.flat().flatMap((member) => {
    const how = except.includes(member.id) ? undefined : nearness(organization, member);
    return how ? [{ member, ...how }] : [];
  });
  return near.sort((a, b) => b.likeness - a.likeness).slice(0, mostNear);
}

import type { Link } from "../../shared/domain/link-token.ts";
import { memberIn } from "../../shared/domain/member-id.ts";
import { InvalidLink } from "../../shared/domain/refused.ts";
import { type Contact, contactOf } from "../../shared/table/contact.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import type { Table } from "../../shared/table/table.ts";

/** A member as one of its contacts sees it by their own link. */
export interface Linked {
  member: Member;
  contact: Contact;
}

/** Whom and what a link stands for; throws `InvalidLink` where the contact is there no more or has newer links. */
export async function linked(table: Table, link: Link): Promise<Linked> {
  const id = memberIn(link.subject);
  if (!id) throw new InvalidLink();
  const [member, contact] = await Promise.all([memberOf(table, id), contactOf(table, link.person, id)]);
  if (!member || !contact || contact.generation !== link.generation) throw new InvalidLink();
  return { member, contact };
}

import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PersonKey } from "../../shared/domain/person-hash.ts";
import type { Member } from "../../shared/table/member.ts";
import type { MemberChange } from "../../shared/table/member-change.ts";
import type { Picture } from "../../shared/table/picture.ts";
import type { Table } from "../../shared/table/table.ts";
import type { LookForProof } from "../edge/proof-look-up.ts";
import type { Linked } from "./linked.ts";
import type { Retention } from "./surroundings.ts";

/** What a contact's verbs need from outside. */
export interface Managing {
  table: Table;
  personKey: () => Promise<PersonKey>;
  linkSecret: () => Promise<string>;
  retention: Retention;
  /** How a proof is looked for; on the internet unless said. */
  look?: LookForProof | undefined;
}

/** A verb being done by a contact, with what was typed. */
export interface Doing extends Linked {
  typed: unknown;
  /** A logo that was drawn and stored for this member. */
  picture?: Picture | undefined;
  now: Date;
}

/** What a verb makes of the member, and what is written with it; undefined where there is nothing to do. */
export type Effect = { after: Member; also?: MemberChange[]; parts?: TransactWriteItem[] } | undefined;

import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Asked } from "../../functions/edge/asked.ts";
import type { LookForProof } from "../../functions/edge/proof-look-up.ts";
import { apply } from "../../functions/membership/apply.ts";
import { confirmMember } from "../../functions/membership/confirm.ts";
import { type Deciding, decide } from "../../functions/membership/decide.ts";
import type { IntakeGround } from "../../functions/membership/intake-routes.ts";
import { type MemberOwnVerb, manageMember } from "../../functions/membership/manage-member.ts";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { applicationId, memberSubject } from "../../shared/domain/member-id.ts";
import type { MemberKind } from "../../shared/domain/member-states.ts";
import { personHash } from "../../shared/domain/person-hash.ts";
import { pictureDrawer } from "../../shared/pictures/drawer.ts";
import type { PictureDesk } from "../../shared/pictures/take.ts";
import { contactOf } from "../../shared/table/contact.ts";
import { countOf } from "../../shared/table/counts.ts";
import { type Member, memberOf } from "../../shared/table/member.ts";
import { openTable, type Table } from "../../shared/table/table.ts";
import { drawingFiles } from "../pictures/drawing-files.ts";
import { clientFor } from "../stack/provided.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";

const key = "a key of the tests, which is long enough";
const personKey = async () => key;
export const retention = { unverifiedDays: 7, declinedDays: 180 };

/** What somebody typed beside the example; `undefined` leaves a field out. */
export type Typed = Record<string, unknown>;

/** Organizations joining on a fresh table, by the real use cases. */
export class MemberScene {
  readonly table: Table;
  /** Under which people are known here. */
  readonly key = key;
  now = new Date("2026-11-24T09:00:00Z");

  constructor(table: Table) {
    this.table = table;
  }

  /** Pictures that lie in the bucket, by path; and the paths of those that the public may see. */
  readonly stored = new Map<string, Uint8Array>();
  readonly shown = new Set<string>();
  readonly pictures: PictureDesk = {
    draw: pictureDrawer(drawingFiles),
    store: {
      put: async (path, png) => void this.stored.set(path, png),
      read: async (path) => this.stored.get(path),
      show: async (path) => void (this.stored.has(path) && this.shown.add(path)),
      hide: async (path) => void this.shown.delete(path),
      remove: async (path) => {
        this.stored.delete(path);
        this.shown.delete(path);
      },
    },
  };

  /** Where proofs are looked for. */
  look?: LookForProof;

  readonly clock = () => this.now;

  /** Applies as the example does, but for `typed`; gives the application's id. */
  async apply(typed: Typed = {}): Promise<string> {
    const body = Object.fromEntries(
      Object.entries({ ...applicationExamples.organization, ...typed }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    const asked = { body, params: {}, headers: {}, form: false } as unknown as Asked;
    await apply(this.intake(), asked);
    const kind = (body.organization === undefined ? "expert" : body.kind) as MemberKind;
    const name = String(body.organization ?? body.name);
    return applicationId(personHash(String(body.email), key), { kind, name });
  }

  intake(): IntakeGround {
    const { table, clock, pictures } = this;
    return {
      ...{ table, clock, pictures, personKey, retention, linkSecret: personKey },
      origin: "http://localhost:3000",
    };
  }

  async confirm(id: string, email = applicationExamples.organization.email): Promise<Member> {
    const link = await this.link(id, email);
    return (await confirmMember(this.table, { ...link, purpose: "confirm" }, this.now)).member;
  }

  async submit(typed: Typed = {}): Promise<string> {
    const id = await this.apply(typed);
    await this.confirm(id, String(typed.email ?? applicationExamples.organization.email));
    return id;
  }

  decide(id: string, deciding: Partial<Deciding> & Pick<Deciding, "decision">): Promise<Member> {
    const desk = { table: this.table, retention, clock: this.clock };
    return decide(desk, { reason: "because", who: "reviewer-1", ...deciding, id });
  }

  async approved(typed: Typed = {}): Promise<string> {
    const id = await this.submit(typed);
    await this.decide(id, { decision: "approved" });
    return id;
  }

  async manage(id: string, verb: MemberOwnVerb, typed: Typed = {}, email?: string): Promise<Member> {
    const link = await this.link(id, email ?? applicationExamples.organization.email);
    const managing = { table: this.table, personKey, linkSecret: personKey, retention, look: this.look };
    return (await manageMember(managing, { link, verb, typed }, this.now)).member;
  }

  async link(id: string, email: string) {
    const person = personHash(email, key);
    const contact = await contactOf(this.table, person, id);
    const generation = contact?.generation ?? 0;
    return {
      purpose: "manage" as const,
      person,
      subject: memberSubject(id),
      generation,
      expires: 4_000_000_000,
    };
  }

  async member(id: string): Promise<Member> {
    const member = await memberOf(this.table, id);
    if (!member) throw new Error("there is no such member");
    return member;
  }

  /** Lets the tally read the whole stream from its beginning, then says what is counted. */
  async counted() {
    const records = await streamRecords(this.table.name);
    for (let start = 0; start < records.length; start += 100) {
      const { batchItemFailures } = await tallyBatch(
        this.table,
        records.slice(start, start + 100),
        this.clock,
      );
      if (batchItemFailures.length > 0) throw new Error("the tally failed");
    }
    const { members, membersBy } = await countOf(
      this.table,
      { scope: "coalition", details: undefined },
      this.now,
    );
    return { members, membersBy };
  }
}

export async function memberScene(): Promise<MemberScene> {
  return new MemberScene(openTable(await makeTable(), new DynamoDBClient(clientFor(dynamoEndpoint()))));
}

/** An organization of its own: name, website and address that nobody else has. */
export function another(name = `Organization ${randomUUID().slice(0, 8)}`): Typed & { email: string } {
  const host = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.example`;
  return { organization: name, website: `https://www.${host}`, email: `contact@${host}` };
}

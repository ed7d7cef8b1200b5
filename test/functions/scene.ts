import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { confirm } from "../../functions/participation/confirm.ts";
import { manage } from "../../functions/participation/manage.ts";
import { signUp } from "../../functions/participation/signup.ts";
import { tallyBatch } from "../../functions/participation/tally-batch.ts";
import { type PersonHash, personHash } from "../../shared/domain/person-hash.ts";
import type { ActionScope } from "../../shared/domain/scope.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { openTable, type Table } from "../../shared/table/table.ts";
import { clientFor } from "../stack/provided.ts";
import { streamRecords } from "../stack/table-stream.ts";
import { dynamoEndpoint, makeTable } from "../stack/tables.ts";

export const day: ActionScope = "event.global-encryption-day-2027";
export const workshop: ActionScope = "event.encryption-workshop";
export const campaign = "campaign.global-encryption-day-2027" as const;

/** People doing things on a fresh table, by the real use cases; the tally reads the table's own stream. */
export interface Scene {
  table: Table;
  /** When the tally counts: one moment for the whole scene, so that no hour ends in it. */
  now: Date;
  signUp(person: string, given?: Given): Promise<PersonHash>;
  confirm(person: string, scope?: ActionScope): Promise<void>;
  /** Signs up and confirms. */
  join(person: string, given?: Given): Promise<PersonHash>;
  withdraw(person: string, scope?: ActionScope): Promise<void>;
  /** Lets the tally read the whole stream from its beginning: what it has counted before, it meets again. */
  tally(): Promise<void>;
}

export interface Given {
  scope?: ActionScope;
  country?: string;
  name?: string;
  at?: Date;
}

export async function makeScene(endpoint = dynamoEndpoint()): Promise<Scene> {
  const name = await makeTable();
  return sceneOn(openTable(name, new DynamoDBClient(clientFor(endpoint))));
}

export function hashOf(person: string): PersonHash {
  return personHash(`${person}@example.org`, "a key of the tests, which is long enough");
}

export function sceneOn(table: Table): Scene {
  const now = new Date();
  const scene: Scene = {
    table,
    now,
    async signUp(person, { scope = day, country = "CH", name, at = new Date() } = {}) {
      const hash = hashOf(person);
      await signUp(
        table,
        { person: hash, email: `${person}@example.org`, name, scope, campaign, locale: "en", country },
        at,
      );
      return hash;
    },
    async confirm(person, scope = day) {
      await confirm({ table, scope: scopeCache(table) }, await linkTo(table, person, scope), new Date());
    },
    async join(person, given = {}) {
      const hash = await scene.signUp(person, given);
      await scene.confirm(person, given.scope);
      return hash;
    },
    async withdraw(person, scope = day) {
      await manage(
        { table, scope: scopeCache(table) },
        { link: await linkTo(table, person, scope), verb: "withdraw" },
        new Date(),
      );
    },
    async tally() {
      const records = await streamRecords(table.name);
      for (let start = 0; start < records.length; start += 100) {
        const { batchItemFailures } = await tallyBatch(table, records.slice(start, start + 100), () => now);
        if (batchItemFailures.length > 0) throw new Error("the tally failed");
      }
    },
  };
  return scene;
}

/** The use cases' surroundings, for actions without a limit of seats. */
export const unlimited = (table: Table) => ({ table, scope: async () => undefined });

async function linkTo(table: Table, person: string, scope: ActionScope) {
  const generation = (await participationOf(table, hashOf(person), scope))?.generation ?? 0;
  return { purpose: "manage" as const, person: hashOf(person), subject: scope, generation, expires: 0 };
}

/** A name that no other test uses. */
export const somebody = (): string => `p-${randomUUID()}`;

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { readChange } from "../../../functions/edge/stream.ts";
import type { Surroundings } from "../../../functions/edge/surroundings.ts";
import { signaturesChangedBy } from "../../../functions/outbox/follow-ups.ts";
import { countsRoutes } from "../../../functions/participation/counts-routes.ts";
import { participationRoutes } from "../../../functions/participation/routes.ts";
import { signRoutes } from "../../../functions/participation/sign-routes.ts";
import { tallyBatch } from "../../../functions/participation/tally-batch.ts";
import { askSweep } from "../../../functions/pledges/ask-sweep.ts";
import { followBatch } from "../../../functions/pledges/follow-batch.ts";
import { readRoutes } from "../../../functions/pledges/read-routes.ts";
import { pledgesStaffRoutes } from "../../../functions/pledges/staff-routes.ts";
import { putSampleData } from "../../../infra/local/sample-data.ts";
import { linkToken } from "../../../shared/domain/link-token.ts";
import { personHash } from "../../../shared/domain/person-hash.ts";
import { type ActionScope, slugOf } from "../../../shared/domain/scope.ts";
import { keyOfMail, type OwedMail, owedByParticipation } from "../../../shared/mail/owed.ts";
import { counterOf } from "../../../shared/table/counter.ts";
import { participationOf, readParticipation } from "../../../shared/table/participation.ts";
import { isSignable, scopeDetails } from "../../../shared/table/scope.ts";
import { openTable } from "../../../shared/table/table.ts";
import { publishVersion, textsOf, writeText } from "../../../shared/table/text.ts";
import { messagesOf } from "../../stack/messages.ts";
import { clientFor } from "../../stack/provided.ts";
import { streamRecords } from "../../stack/table-stream.ts";
import { dynamoEndpoint, makeTable } from "../../stack/tables.ts";

const secret = "link-secret-of-this-test-only-0123456789";
const personKey = "person-key-of-this-test-only-01234567890";

const blank = {
  ...{ routeKey: "", path: "/api/x", params: {}, query: {}, headers: {}, form: false, body: undefined },
  ...{ requestId: "test", claims: {} },
};

type Answer = Record<string, unknown> & {
  signature?: Record<string, unknown>;
  items?: Record<string, unknown>[];
};

/** What the internet has to show of an organization; tests put the value there. */
type Elsewhere = { has?: { at: "dns" | "file"; value: string }; asked: string[] };

/** A table with the sample data, and all that is done to signatures as functions do it, at a time of one's own. */
export async function signingDesk() {
  const name = await makeTable();
  const table = openTable(name, new DynamoDBClient(clientFor(dynamoEndpoint())));
  await putSampleData(table);
  let now = new Date("2027-03-01T12:00:00Z");
  let handled = 0;
  const elsewhere: Elsewhere = { asked: [] };
  const owed = new Map<string, OwedMail>();
  const surroundings: Surroundings = {
    table,
    origin: "http://localhost:3000",
    personKey: async () => personKey,
    linkSecret: async () => secret,
    scope: (scope) => scopeDetails(table, scope),
    clock: () => now,
    look: async ({ record, file, value }) => {
      elsewhere.asked.push(record, file);
      return elsewhere.has?.value === value ? elsewhere.has.at : undefined;
    },
  };
  const routes = { ...participationRoutes(surroundings), ...signRoutes(surroundings) };
  const staff = pledgesStaffRoutes({ table, clock: () => now });
  const read = readRoutes({
    table,
    scope: (scope) => scopeDetails(table, scope),
    origin: "http://localhost:3000",
    clock: () => now,
  });
  const counted = countsRoutes(table, () => now);
  const hashOf = (email: string) => personHash(email, personKey);

  const call = async (routeKey: keyof typeof routes, params: Record<string, string>, body: unknown = {}) => {
    const reply = await routes[routeKey].handle({ ...blank, routeKey, params, body });
    return JSON.parse(String(reply.body)) as Answer;
  };

  const tokenOf = async (purpose: "confirm" | "manage", email: string, scope: ActionScope) => {
    const standing = await participationOf(table, hashOf(email), scope);
    const generation = standing?.generation ?? 1;
    const expires = Math.floor(now.getTime() / 1000) + 86_400;
    return linkToken({ purpose, person: hashOf(email), subject: scope, generation, expires }, secret);
  };

  const news = async () => {
    const records = (await streamRecords(name)).slice(handled);
    handled += records.length;
    return records;
  };

  return {
    table,
    hashOf,
    elsewhere,
    /** The page of a signature's link, as HTML. */
    page: async (scope: ActionScope, email: string, purpose: "confirm" | "manage" = "manage") => {
      const token = await tokenOf(purpose, email, scope);
      const asked = { ...blank, path: `/${purpose}/${token}`, params: { token } };
      return String((await routes[`GET /${purpose}/{token}`].handle(asked)).body);
    },
    owed: () => [...owed.values()],
    later: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000);
    },
    sign: (scope: ActionScope, body: Record<string, unknown>) =>
      call(
        scope.startsWith("pledge.")
          ? "POST /api/pledges/{slug}/signatures"
          : "POST /api/statements/{slug}/signatures",
        { slug: slugOf(scope) },
        body,
      ),
    confirm: async (scope: ActionScope, email: string) =>
      call("POST /api/confirmations/{token}", { token: await tokenOf("confirm", email, scope) }),
    manage: async (scope: ActionScope, email: string, verb: string, body: Record<string, unknown> = {}) =>
      call("POST /api/manage/{token}/{verb}", { token: await tokenOf("manage", email, scope), verb }, body),
    show: async (scope: ActionScope, email: string) =>
      call("GET /api/manage/{token}", { token: await tokenOf("manage", email, scope) }),
    /** Publishes the next version of a text, with a note. */
    publish: async (scope: ActionScope, text: string) => {
      let before = await scopeDetails(table, scope);
      if (!isSignable(before)) throw new Error("nothing to publish");
      const version = (before.versions.at(-1)?.version ?? 0) + 1;
      await writeText(table, { before, with: [] }, { locale: "en", text, now });
      before = await scopeDetails(table, scope);
      if (!isSignable(before)) throw new Error("it has gone");
      const texts = (await textsOf(table, scope, version)).map(({ locale, sha256 }) => ({
        version,
        locale,
        sha256,
      }));
      const note = { en: "Clearer words." };
      await publishVersion(
        table,
        { before, with: [] },
        { version, publishedAt: now.toISOString(), note, texts },
      );
    },
    ask: (most?: number) => askSweep(table, { now, ...(most !== undefined && { most }) }),
    /** Lets the tally alone do what has been written since; the others get it with the next settling. */
    count: async () => {
      mustTakeAll(await tallyBatch(table, (await streamRecords(name)).slice(handled), () => now));
    },
    /** Lets the stream's consumers do what has been written since, until they write no more. */
    settle: async () => {
      let fresh = await news();
      while (fresh.length > 0) {
        for (const mail of fresh.flatMap(owedBy)) owed.set(keyOfMail(mail), mail);
        mustTakeAll(await tallyBatch(table, fresh, () => now));
        const changed = messagesOf(fresh.flatMap((record) => signaturesChangedBy(readChange(record))));
        mustTakeAll(await followBatch({ table, scope: (scope) => scopeDetails(table, scope) }, changed));
        fresh = await news();
      }
    },
    /** Asks a staff route, as a member of staff of these groups. */
    staff: async (
      routeKey: keyof typeof staff,
      params: Record<string, string> = {},
      body: unknown = {},
      groups = "organizer reviewer",
    ) => {
      const claims = { sub: "staff-1", "cognito:groups": `[${groups}]` };
      // What is in a path is not in a query, and no route looks for it there.
      const asked = { ...blank, routeKey, params, query: params, body, claims };
      return JSON.parse(String((await staff[routeKey].handle(asked)).body)) as Answer;
    },
    /** A page of what staff look through. */
    staffPage: async (routeKey: keyof typeof staff, query: Record<string, string>) => {
      const claims = { sub: "staff-1", "cognito:groups": "[organizer reviewer]" };
      const { body } = await staff[routeKey].handle({ ...blank, routeKey, query, claims });
      return JSON.parse(String(body)) as { items: Record<string, unknown>[]; next: string | null };
    },
    /** Reads a public route; answers with its text. */
    read: async (routeKey: keyof typeof read, params: Record<string, string>, query = {}) =>
      String((await read[routeKey].handle({ ...blank, routeKey, params, query })).body),
    figures: (scope: ActionScope) => counterOf(table, scope),
    /** What the public is told of a scope's counts: alone, and among all. */
    counts: async (scope: ActionScope) => {
      const alone = await counted["GET /api/counts/{scope}"].handle({ ...blank, params: { scope } });
      const all = await counted["GET /api/counts"].handle(blank);
      const { counts } = JSON.parse(String(all.body)) as { counts: Record<string, unknown>[] };
      return {
        alone: JSON.parse(String(alone.body)) as Record<string, unknown>,
        among: counts.find((count) => count.scope === scope),
      };
    },
  };
}

function owedBy(record: DynamoDBRecord): OwedMail[] {
  const { before, after } = readChange(record);
  if (after?.entity !== "participation") return [];
  return owedByParticipation(before && readParticipation(before), readParticipation(after));
}

function mustTakeAll({ batchItemFailures }: { batchItemFailures: unknown[] }): void {
  if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} records failed`);
}

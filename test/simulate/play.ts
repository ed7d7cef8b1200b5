import { createHash } from "node:crypto";
import { type ByOwner, count } from "../../functions/participation/count.ts";
import type { ParticipationState } from "../../shared/domain/participation-states.ts";
import { countableParticipation } from "../../shared/domain/tally.ts";
import { participationKey } from "../../shared/table/keys.ts";
import { registrantsPlace } from "../../shared/table/participation.ts";
import { confirmation, type Day, withdrawal } from "./day.ts";
import { ModelClient, TableModel } from "./table-model.ts";

export const scope = "event.global-encryption-day-2027";
const campaign = "campaign.global-encryption-day-2027";

/** How the stream is read: as the infrastructure says it. */
export interface Reading {
  shards: number;
  parallel: number;
  windowMs: number;
  batchSize: number;
}

export interface Played {
  model: TableModel;
  /** By minute. */
  minutes: {
    signups: number;
    confirmed: number;
    counted: number;
    lagMs: number;
    hottest: number;
    together: number;
  }[];
  lags: number[];
  people: number;
  /** Batches that came a second time. */
  repeated: number;
  /** Read units of one public read of each of the scopes. */
  publicUnits: number[];
  publicReads: number;
}

interface Waiting {
  event: number;
  at: number;
}
interface Poller {
  client: ModelClient;
  queue: Waiting[];
  freeAt: number;
}

/** CloudFront's regional caches, through which its places ask, and what is asked for there. */
const cdnPlaces = 13;
const publicScopes = ["COUNT#coalition", `COUNT#${campaign}`, `COUNT#${scope}`];

const tickMs = 100;
const startOfDay = Date.parse("2027-10-21T00:00:00Z");
const countries = ["US", "IN", "BR", "GB", "DE", "FR", "CH", "KE", "EG", "ZA", "MX", "AU", "JP", "NG", "ID"];
/** Milliseconds of a call before and after its requests. */
const callMs = 12;

/** Plays a day through the real keys and the real counting, in the model's time. */
export async function play(day: Day, reading: Reading, random: () => number): Promise<Played> {
  const leaving = new Set(
    day.events.flat().flatMap((event) => (event % 4 === withdrawal ? [pkOf(event >> 2)] : [])),
  );
  const model = new TableModel((pk) => leaving.has(pk));
  const pollers: Poller[] = Array.from({ length: reading.shards * reading.parallel }, () => ({
    client: new ModelClient(model),
    queue: [],
    freeAt: 0,
  }));
  const played: Played = {
    model,
    minutes: [],
    lags: [],
    people: 0,
    repeated: 0,
    publicUnits: [],
    publicReads: 0,
  };
  for (let second = 0; second < day.seconds; second++) {
    lookAtCounts(played, second);
    arrive(played, { events: day.events[second] ?? [], second, pollers });
    for (let at = second * 1000; at < (second + 1) * 1000; at += tickMs)
      for (const poller of pollers)
        if (isReady(poller, at, reading))
          await readOne(played, { poller, at: at + random() * tickMs, reading }, random);
    if (second % 60 === 59) closeMinute(played, second);
  }
  await finish(played, { pollers, from: day.seconds * 1000, reading }, random);
  return played;
}

/**
 * The public reads the counts: each of the CDN's regional caches asks for each scope every two seconds, as long as it may keep an
 * answer. Half a read unit for each 4 KB of shards.
 */
function lookAtCounts(played: Played, second: number): void {
  const { model } = played;
  // Sizes change slowly: they are looked up once a minute.
  if (second % 60 === 0)
    played.publicUnits = publicScopes.map((pk) => Math.ceil(Math.max(1, model.bytesOf(pk)) / 4096) / 2);
  publicScopes.forEach((pk, i) => {
    const units = (cdnPlaces / 2) * (played.publicUnits[i] ?? 0);
    played.publicReads += units;
    if (!model.reading(pk, second * 1000, units)) model.throttles++;
  });
}

/** What came in the last seconds is counted behind the day's end. */
async function finish(
  played: Played,
  { pollers, from, reading }: { pollers: Poller[]; from: number; reading: Reading },
  random: () => number,
): Promise<void> {
  for (let at = from; pollers.some(({ queue }) => queue.length > 0); at += tickMs)
    for (const poller of pollers)
      if (isReady(poller, at, reading)) await readOne(played, { poller, at, reading }, random);
}

function minuteOf(played: Played, second: number) {
  const minute = Math.floor(second / 60);
  played.minutes[minute] ??= { signups: 0, confirmed: 0, counted: 0, lagMs: 0, hottest: 0, together: 0 };
  return played.minutes[minute];
}

function arrive(
  played: Played,
  { events, second, pollers }: { events: number[]; second: number; pollers: Poller[] },
): void {
  const minute = minuteOf(played, second);
  for (const event of events) {
    const person = event >> 2;
    if (event % 4 === confirmation) {
      minute.confirmed++;
      played.people++;
      played.model.warm(`index ${registrantsPlace(hashOf(person), scope, "").listPk}`, second * 1000, 1);
    } else if (event % 4 === withdrawal) played.people--;
    else minute.signups++;
    pollers[person % pollers.length]?.queue.push({ event, at: second * 1000 });
  }
}

/** A poller that is free takes a full batch at once, and what there is once the oldest has waited for the window. */
function isReady({ queue, freeAt }: Poller, at: number, { batchSize, windowMs }: Reading): boolean {
  const oldest = queue[0];
  return oldest !== undefined && freeAt <= at && (queue.length >= batchSize || at - oldest.at >= windowMs);
}

async function readOne(
  played: Played,
  { poller, at, reading }: { poller: Poller; at: number; reading: Reading },
  random: () => number,
): Promise<void> {
  const { queue, client } = poller;
  const batch = queue.splice(0, reading.batchSize);
  client.now = at + callMs;
  client.recent.clear();
  const twice = random() < 0.01 ? 2 : 1;
  played.repeated += twice - 1;
  const clock = () => new Date(startOfDay + client.now);
  for (let time = 0; time < twice; time++) {
    const failed = await count({ client: client.asClient(), name: "model" }, thingsOf(batch), clock);
    if (failed.length > 0) throw new Error(`${failed.length} could not be counted`);
  }
  poller.freeAt = client.now;
  const minute = minuteOf(played, Math.min(86_399, Math.floor(client.now / 1000)));
  for (const waiting of batch) {
    if (waiting.event % 4 !== confirmation) continue;
    const lag = client.now - waiting.at;
    minute.counted++;
    minute.lagMs = Math.max(minute.lagMs, lag);
    played.lags.push(lag);
  }
}

function thingsOf(batch: readonly Waiting[]): ByOwner {
  const things: ByOwner = new Map();
  for (const { event } of batch) {
    const person = event >> 2;
    const what = event % 4;
    const state: ParticipationState =
      what === confirmation ? "confirmed" : what === withdrawal ? "withdrawn" : "pending";
    const thing = countableParticipation({
      ...{ scope, campaign, state, generation: 1, locale: person % 5 ? "en" : "ar" },
      version: 1_000 + (what > 1 ? what : 0),
      confirmedAt: what > 1 ? "then" : undefined,
      country: countries[Math.floor(Math.sqrt(person % 225))],
      source: person % 3 ? "newsletter" : undefined,
    });
    const pk = pkOf(person);
    things.set(
      pk,
      [...(things.get(pk) ?? []), thing].sort((a, b) => a.entry.version - b.entry.version),
    );
  }
  return things;
}

function closeMinute(played: Played, second: number): void {
  const minute = minuteOf(played, second);
  for (const seconds of played.model.heat.values())
    for (let s = second - 59; s <= second; s++)
      minute.hottest = Math.max(minute.hottest, seconds.get(s) ?? 0);
  minute.together = played.model.counted / Math.max(1, played.model.transactions);
}

function hashOf(person: number): string {
  return createHash("sha256").update(String(person)).digest().subarray(0, 18).toString("base64url");
}

function pkOf(person: number): string {
  return participationKey(hashOf(person), scope).pk;
}

/**
 * Seats of an event of limited capacity, as arithmetic. They are spread over shards, so that a rush does not meet on one
 * item: a shard holds its part of the capacity and how many of it are taken.
 */
export interface Shard {
  shard: number;
  capacity: number;
  /** Seats of the confirmed, the attended, and those on offer. */
  taken: number;
  /** People stand in line: a seat that gets free is theirs, not a newcomer's. */
  line?: boolean | undefined;
  /** The event was called off: no seat is given any more. */
  closed?: boolean | undefined;
}

/** A shard takes about 100 confirmations a second; below this an event is full before that matters. */
const seatsPerShard = 500;
/** With the event and the audit entry they are changed in one transaction, which takes a hundred items. */
const mostShards = 16;

export function shardsFor(capacity: number): number {
  return Math.min(mostShards, Math.max(1, Math.ceil(capacity / seatsPerShard)));
}

/** The capacity's parts, as even as whole seats can be. */
export function partsOf(capacity: number, shards: number): number[] {
  return Array.from({ length: shards }, (_, i) => Math.floor((capacity + shards - 1 - i) / shards));
}

export function freeSeats(shards: readonly Shard[]): number {
  return shards.reduce((free, shard) => free + freeIn(shard), 0);
}

export function freeIn({ capacity, taken, closed }: Shard): number {
  return closed ? 0 : Math.max(0, capacity - taken);
}

export function takenSeats(shards: readonly Shard[]): number {
  return shards.reduce((taken, shard) => taken + shard.taken, 0);
}

/** A shard that a newcomer may take a seat of; begun anywhere, so that a rush spreads. */
export function openShard<S extends Shard>(shards: readonly S[], start: number): S | undefined {
  const turned = shards.map((_, i) => shards[(start + i) % shards.length] as S);
  return turned.find((shard) => freeIn(shard) > 0 && !shard.line);
}

/**
 * The shards' new parts of a changed capacity: none below what is taken of it, so that nobody loses a seat. Undefined
 * where more is taken than the new capacity holds.
 */
export function spread(capacity: number, shards: readonly Shard[]): number[] | undefined {
  const left = capacity - takenSeats(shards);
  if (left < 0) return undefined;
  return partsOf(left, shards.length).map((part, i) => part + (shards[i]?.taken ?? 0));
}

/** A seat is offered for so long unless the event says otherwise, and never into the event itself. */
export const offerHours = 24;

/** Two offers that were let go by are two nights' seats that others waited for. */
export const mostOffers = 2;

export function offerUntil(event: { startsAt: string; offerHours?: number | undefined }, now: Date): Date {
  const until = now.getTime() + (event.offerHours ?? offerHours) * 3_600_000;
  return new Date(Math.min(until, new Date(event.startsAt).getTime()));
}

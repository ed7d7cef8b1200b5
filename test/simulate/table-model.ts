import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { sizeOf } from "../bench/units.ts";

type Item = Record<string, AttributeValue>;

/** Milliseconds that a request takes; a write on a key that is at its limit is refused at once. */
const batchGetMs = 6;
const transactionMs = 15;
const refusedMs = 5;

/** What one partition takes in a second. */
const unitsPerSecond = 1_000;
const readUnitsPerSecond = 3_000;

interface Counter {
  figures: Map<string, number>;
  bytes: number;
  /** When the last transactions on it began and ended. */
  spans: [number, number][];
}

/**
 * DynamoDB as far as counting meets it: what is stored, units by size (twice for transactions, once for the index), a
 * thousand write units a second on a key, and transactions on the same item at the same time that cancel each other.
 */
export class TableModel {
  readonly counters = new Map<string, Counter>();
  readonly ledgers = new Map<string, Item>();
  /** Write units of each second, by partition key, the index's keys included; ledgers each have a key of their own. */
  readonly heat = new Map<string, Map<number, number>>();
  written = 0;
  read = 0;
  /** The most read units that one key was asked for in a second, and which key it was. */
  hottestRead = { pk: "", units: 0 };
  private readonly reads = new Map<string, number>();
  private readingSecond = 0;
  transactions = 0;
  counted = 0;
  conflicts = 0;
  throttles = 0;
  /** Tells whether a ledger is needed again, so that a million of them need not be kept. */
  readonly comesBack: (pk: string) => boolean;

  constructor(comesBack: (pk: string) => boolean) {
    this.comesBack = comesBack;
  }

  warm(pk: string, at: number, units: number): void {
    const second = Math.floor(at / 1000);
    const seconds = this.heat.get(pk) ?? new Map<number, number>();
    seconds.set(second, (seconds.get(second) ?? 0) + units);
    this.heat.set(pk, seconds);
  }

  /** Reads of a key; answers whether the key takes them in this second. Only the second that it is is kept. */
  reading(pk: string, at: number, units: number): boolean {
    const second = Math.floor(at / 1000);
    if (second > this.readingSecond) {
      this.readingSecond = second;
      this.reads.clear();
    }
    const sum = (this.reads.get(pk) ?? 0) + units;
    if (sum > readUnitsPerSecond) return false;
    this.reads.set(pk, sum);
    if (sum > this.hottestRead.units) this.hottestRead = { pk, units: sum };
    return true;
  }

  /** The bytes of a scope's shards: what a read of its counts reads. */
  bytesOf(pk: string): number {
    let bytes = 0;
    for (const [name, counter] of this.counters) if (name.startsWith(`${pk} SHARD#`)) bytes += counter.bytes;
    return bytes;
  }

  heatOf(pk: string, at: number): number {
    return this.heat.get(pk)?.get(Math.floor(at / 1000)) ?? 0;
  }
}

/** A client of the model with a clock of its own: each request moves it on. */
export class ModelClient {
  readonly model: TableModel;
  now = 0;
  /** What was stored for the batch in hand, which may come a second time. */
  readonly recent = new Map<string, Item>();

  constructor(model: TableModel) {
    this.model = model;
  }

  /** As the real client, for those who take one. */
  asClient(): DynamoDBClient {
    return this as unknown as DynamoDBClient;
  }

  async send(command: unknown): Promise<unknown> {
    if (command instanceof BatchGetItemCommand) return this.batchGet(command);
    if (command instanceof TransactWriteItemsCommand) return this.transact(command.input.TransactItems ?? []);
    throw new Error("the model knows no such request");
  }

  private batchGet({ input }: BatchGetItemCommand) {
    this.now += batchGetMs;
    const [[name, { Keys = [] }] = ["", {}]] = Object.entries(input.RequestItems ?? {});
    const stored = (pk = "") => this.recent.get(pk) ?? this.model.ledgers.get(pk);
    const refused = Keys.filter((key) => !this.model.reading(key.pk?.S ?? "", this.now, 1));
    const taken = refused.length > 0 ? Keys.filter((key) => !refused.includes(key)) : Keys;
    this.model.throttles += refused.length;
    this.model.read += taken.length;
    const found = taken.map((key) => stored(key.pk?.S)).filter((item) => item !== undefined);
    const UnprocessedKeys = refused.length > 0 ? { [name]: { Keys: refused } } : {};
    return { Responses: { [name]: found }, UnprocessedKeys };
  }

  private transact(items: TransactWriteItem[]) {
    const { model } = this;
    const updates = items.flatMap(({ Update }) =>
      Update ? [{ update: Update, counter: this.counterOf(Update) }] : [],
    );
    const span: [number, number] = [this.now, this.now + transactionMs];
    if (updates.some(({ counter }) => counter.spans.some(([from, to]) => from < span[1] && span[0] < to))) {
      model.conflicts++;
      this.refuse("TransactionConflict");
    }
    const hot = updates.some(
      ({ update }) => model.heatOf(update.Key?.pk?.S ?? "", this.now) >= unitsPerSecond,
    );
    if (hot) {
      model.throttles++;
      this.refuse("ThrottlingError");
    }
    this.now = span[1];
    model.transactions++;
    for (const { update, counter } of updates) {
      counter.spans = [...counter.spans.slice(-15), span];
      this.add(update, counter);
    }
    for (const { Put } of items) if (Put?.Item) this.put(Put.Item);
    return {};
  }

  private refuse(Code: string): never {
    this.now += refusedMs + 25;
    throw new TransactionCanceledException({ message: Code, $metadata: {}, CancellationReasons: [{ Code }] });
  }

  private put(item: Item): void {
    const pk = item.pk?.S ?? "";
    this.model.counted++;
    this.model.written += 2 * Math.ceil(sizeOf(item) / 1024);
    this.recent.set(pk, item);
    if (this.model.comesBack(pk)) this.model.ledgers.set(pk, item);
  }

  private counterOf({ Key }: NonNullable<TransactWriteItem["Update"]>): Counter {
    const name = `${Key?.pk?.S} ${Key?.sk?.S}`;
    const known = this.model.counters.get(name) ?? { figures: new Map(), bytes: name.length + 4, spans: [] };
    this.model.counters.set(name, known);
    return known;
  }

  /** Reads the update as `addTo` writes it: names and values of the same number belong together. */
  private add(update: NonNullable<TransactWriteItem["Update"]>, counter: Counter): void {
    const values = update.ExpressionAttributeValues ?? {};
    for (const [alias, name] of Object.entries(update.ExpressionAttributeNames ?? {})) {
      const value = values[alias.replace("#n", ":v")];
      if (value?.N === undefined) {
        if (name === "headline") this.model.warm(`index ${value?.S}`, this.now, 1);
        continue;
      }
      if (!counter.figures.has(name)) counter.bytes += name.length + 4;
      counter.figures.set(name, (counter.figures.get(name) ?? 0) + Number(value.N));
    }
    const units = 2 * Math.ceil(counter.bytes / 1024);
    const indexed = Object.values(update.ExpressionAttributeNames ?? {}).includes("headline") ? 1 : 0;
    this.model.written += units + indexed;
    this.model.warm(update.Key?.pk?.S ?? "", this.now, units);
  }
}

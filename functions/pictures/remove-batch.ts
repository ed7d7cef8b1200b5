import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import type { PictureStore } from "../../shared/pictures/store.ts";
import { isHeld } from "../../shared/table/picture-holders.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe, logger } from "../edge/chain.ts";
import { failedFrom, readChange } from "../edge/stream.ts";

export interface Removing {
  table: Table;
  store: Pick<PictureStore, "remove">;
}

/** Where an item that changed or went names a picture: a note of one, a member's logo, an event's picture. */
const Named = z.object({
  path: z.string().optional(),
  logo: z.object({ path: z.string() }).optional(),
  picture: z.object({ path: z.string() }).optional(),
});

/**
 * Removes pictures that nobody holds any more: an owner's former one, and one that was stored for something that failed,
 * a day after. What counts is what the table says now, so that a record that comes late or twice changes nothing.
 */
export async function removeBatch(
  { table, store }: Removing,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  for (const record of records) {
    try {
      for (const path of pathsIn(record)) if (!(await isHeld(table, path))) await store.remove(path);
    } catch (error) {
      logger.error("a picture is not removed yet", { fault: describe(error) });
      return failedFrom(records, new Set([record]));
    }
  }
  return { batchItemFailures: [] };
}

/** Pictures that were named before this change and are not named after it. */
function pathsIn(record: DynamoDBRecord): string[] {
  const { before, after } = readChange(record);
  const kept = new Set(namedIn(after));
  return namedIn(before).filter((path) => !kept.has(path));
}

function namedIn(item: Record<string, unknown> | undefined): string[] {
  const { path, logo, picture } = Named.safeParse(item ?? {}).data ?? {};
  return [path, logo?.path, picture?.path].filter((named) => named !== undefined);
}

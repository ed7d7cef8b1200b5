import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import type { PictureStore } from "../../shared/pictures/store.ts";
import { pictureStanding } from "../../shared/table/picture-holders.ts";
import type { Table } from "../../shared/table/table.ts";
import { describe, logger } from "../edge/chain.ts";
import { failedFrom, readChange } from "../edge/stream.ts";

export interface Following {
  table: Table;
  store: Pick<PictureStore, "show" | "hide" | "remove">;
}

/** Where an item names a picture (a note of one, a member's logo), and what decides who may see it. */
const Naming = z.object({
  path: z.string().optional(),
  logo: z.object({ path: z.string() }).optional(),
  state: z.string().optional(),
  consent: z.object({ logo: z.boolean().optional() }).optional(),
});

/**
 * Shows a logo to the public once its member is listed, hides it when it is no more, and removes what nobody holds: an owner's
 * former picture, and one that was stored for something that failed, a day after. What counts is what the table says now,
 * so that a record that comes late or twice changes nothing.
 */
export async function followBatch(
  following: Following,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  for (const record of records) {
    try {
      for (const path of pathsIn(record)) await follow(following, path);
    } catch (error) {
      logger.error("a picture does not stand as it should yet", { fault: describe(error) });
      return failedFrom(records, new Set([record]));
    }
  }
  return { batchItemFailures: [] };
}

/** Pictures with which something was done: named, let go, or perhaps shown or hidden. */
function pathsIn(record: DynamoDBRecord): Set<string> {
  const { before, after } = readChange(record);
  const [was, is] = [namingOf(before), namingOf(after)];
  if (was.path === is.path && was.shown === is.shown) return new Set();
  return new Set([was.path, is.path].filter((path) => path !== undefined));
}

function namingOf(item: Record<string, unknown> | undefined) {
  const { path, logo, state, consent } = Naming.safeParse(item ?? {}).data ?? {};
  return { path: path ?? logo?.path, shown: state === "approved" && consent?.logo === true };
}

async function follow({ table, store }: Following, path: string): Promise<void> {
  const standing = await pictureStanding(table, path);
  if (standing === "gone") return store.remove(path);
  if (standing === "kept") return store.hide(path);
  await store.show(path);
  // Records of another item may be followed at the same time, and one who took it back must not be too early for this.
  if ((await pictureStanding(table, path)) !== "public") await follow({ table, store }, path);
}

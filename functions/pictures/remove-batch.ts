import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { DroppedPicture } from "../../shared/contracts/follow-up.ts";
import type { PictureStore } from "../../shared/pictures/store.ts";
import { isHeld } from "../../shared/table/picture-holders.ts";
import type { Table } from "../../shared/table/table.ts";
import { eachMessage } from "../edge/each-message.ts";

export interface Removing {
  table: Table;
  store: Pick<PictureStore, "remove">;
}

/**
 * Removes pictures that nobody holds any more: an owner's former one, and one that was stored for something that failed,
 * a day after. What counts is what the table says now, so that a message that comes late or twice changes nothing.
 */
export function removeBatch(
  { table, store }: Removing,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  return eachMessage(records, {
    schema: DroppedPicture,
    work: async ({ path }) => {
      if (!(await isHeld(table, path))) await store.remove(path);
    },
  });
}

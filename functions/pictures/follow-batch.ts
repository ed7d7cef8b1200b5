import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { PictureChange } from "../../shared/contracts/follow-up.ts";
import type { PictureStore } from "../../shared/pictures/store.ts";
import { type PictureStanding, pictureStanding } from "../../shared/table/picture-holders.ts";
import type { Table } from "../../shared/table/table.ts";
import { eachMessage } from "../edge/each-message.ts";

export interface Following {
  table: Table;
  store: Pick<PictureStore, "show" | "hide" | "remove">;
}

const verbs = { public: "show", kept: "hide", gone: "remove" } as const satisfies Record<
  PictureStanding,
  string
>;

/**
 * Shows a logo to the public once its member is listed, hides it when it is no more, and removes what nobody holds: an owner's
 * former picture, and one that was stored for something that failed, a day after. What counts is what the table says now,
 * so that a message that comes late or twice changes nothing.
 */
export function followBatch(
  { table, store }: Following,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  const follow = async (path: string): Promise<void> => {
    const standing = await pictureStanding(table, path);
    await store[verbs[standing]](path);
    // Two workers may hold the same picture: whoever acts last has seen how it stands at last.
    if (standing !== "gone" && (await pictureStanding(table, path)) !== standing) await follow(path);
  };
  return eachMessage(records, { schema: PictureChange, work: ({ path }) => follow(path) });
}

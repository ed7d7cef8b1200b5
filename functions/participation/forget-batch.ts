import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { Forgetting } from "../../shared/contracts/follow-up.ts";
import { forgetPerson } from "../../shared/table/forget.ts";
import type { Table } from "../../shared/table/table.ts";
import { eachMessage } from "../edge/each-message.ts";

/**
 * Forgets people whose pending participation was removed because nobody confirmed it, where they have nothing else and
 * have not signed up since. Safe to repeat. What fails here is found by the daily recount too.
 */
export function forgetBatch(table: Table, records: readonly SQSRecord[]): Promise<SQSBatchResponse> {
  return eachMessage(records, {
    schema: Forgetting,
    work: async ({ person, since }) => {
      await forgetPerson(table, person, since);
    },
  });
}

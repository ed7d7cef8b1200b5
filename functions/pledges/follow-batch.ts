import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { SignatureChange } from "../../shared/contracts/follow-up.ts";
import type { ActionScope, CampaignScope } from "../../shared/domain/scope.ts";
import { followSignature } from "../../shared/table/follow-signature.ts";
import { participationOf } from "../../shared/table/participation.ts";
import { isSignable, type ScopeItem } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import { eachMessage } from "../edge/each-message.ts";

export interface Following {
  table: Table;
  scope: (scope: CampaignScope | ActionScope) => Promise<ScopeItem | undefined>;
}

/**
 * Makes lists, referrals and questions follow signatures that changed. What counts is the signature as it stands, so a
 * message that comes again, late or out of order changes nothing that is right. Two workers may have the same signature
 * at once: each looks again when it is done, and whoever is last has seen how it stands at last.
 */
export function followBatch(
  { table, scope }: Following,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  return eachMessage(records, {
    schema: SignatureChange,
    work: async (change) => {
      const item = await scope(change.scope);
      if (!isSignable(item)) return;
      const asItStands = () => participationOf(table, change.person, change.scope);
      let followed: number | undefined;
      for (let signature = await asItStands(); signature && signature.version !== followed; ) {
        await followSignature(table, { signature, referrers: change.referrers }, item);
        followed = signature.version;
        signature = await asItStands();
      }
    },
  });
}

import { stored, type Table } from "./table.ts";
import { type Change, commit, raised } from "./text.ts";

/** Sets when signing ends, if the scope is as it was read. Throws `ChangedMeanwhile`. */
export async function changeClosing(
  table: Table,
  { before, with: others }: Change,
  closesAt: string | null,
): Promise<void> {
  const update = raised(table, before);
  const ExpressionAttributeValues = {
    ...update.ExpressionAttributeValues,
    ...stored({ ":closesAt": closesAt }),
  };
  const UpdateExpression = "SET #version = :next, closesAt = :closesAt";
  await commit(table, [{ Update: { ...update, UpdateExpression, ExpressionAttributeValues } }, ...others]);
}

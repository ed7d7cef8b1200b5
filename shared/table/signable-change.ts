import type { Put, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { ChangedMeanwhile } from "../domain/refused.ts";
import type { SignableState } from "../domain/signable-states.ts";
import { type Pledge, ScopeItem, type Signable, scopePlace } from "./scope.ts";
import { stored, type Table } from "./table.ts";
import { type Change, commit, raised, type Text } from "./text.ts";

/** Adds a pledge or a statement together with what else belongs into the transaction; false where its slug is taken. */
export async function addSignable(
  table: Table,
  item: Signable,
  others: readonly TransactWriteItem[],
): Promise<boolean> {
  const ConditionExpression = "attribute_not_exists(pk)";
  const put: Put = { TableName: table.name, Item: stored(ScopeItem.parse(item)), ConditionExpression };
  try {
    await commit(table, [{ Put: put }, ...others]);
    return true;
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}

/** What can be set of a pledge or a statement beside its texts. */
export type Settings = Partial<
  Pick<Signable, "title" | "summary" | "closesAt"> & Pick<Pledge, "askAfterDays" | "askAgainAfterDays">
>;

/** Sets what is given, if the item is as it was read. Throws `ChangedMeanwhile`. */
export async function changeSettings(
  table: Table,
  { before, with: others }: Change,
  settings: Settings,
): Promise<void> {
  const update = raised(table, before);
  const names = Object.keys(settings);
  const UpdateExpression = ["SET #version = :next", ...names.map((name) => `${name} = :${name}`)].join(", ");
  const values = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`:${name}`, value]));
  const ExpressionAttributeValues = { ...update.ExpressionAttributeValues, ...stored(values) };
  await commit(table, [{ Update: { ...update, UpdateExpression, ExpressionAttributeValues } }, ...others]);
}

/** Moves it to a state and to that state's list, if it is as it was read. Throws `ChangedMeanwhile`. */
export async function turnSignable(
  table: Table,
  { before, with: others }: Change,
  state: SignableState,
): Promise<void> {
  const update = raised(table, before);
  const { listPk } = scopePlace({ ...before, state }, "");
  const Update = {
    ...update,
    UpdateExpression: "SET #version = :next, #state = :state, listPk = :listPk",
    ExpressionAttributeNames: { ...update.ExpressionAttributeNames, "#state": "state" },
    ExpressionAttributeValues: {
      ...update.ExpressionAttributeValues,
      ...stored({ ":state": state, ":listPk": listPk }),
    },
  };
  await commit(table, [{ Update }, ...others]);
}

/** Removes a draft with the texts that were written for it, if it is as it was read. Throws `ChangedMeanwhile`. */
export async function discardDraft(
  { client, name: TableName }: Table,
  { before, with: others }: Change,
  texts: readonly Text[],
): Promise<void> {
  const { Key, ConditionExpression, ExpressionAttributeNames } = raised({ client, name: TableName }, before);
  const ExpressionAttributeValues = stored({ ":before": before.version });
  const condition = { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues };
  const written = texts.map(({ pk, sk }) => ({ Delete: { TableName, Key: stored({ pk, sk }) } }));
  await commit({ client, name: TableName }, [
    { Delete: { TableName, Key, ...condition } },
    ...written,
    ...others,
  ]);
}

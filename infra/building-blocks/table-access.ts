import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { headlinesIndex, listsIndex } from "../data/table.ts";
import type { HouseFunction } from "./house-function.ts";

const reads = ["GetItem", "BatchGetItem", "Query"];
const writes = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
/** Many conditional writes in one request are BatchExecuteStatement's, which is authorized by these. */
const statements = ["PartiQLSelect", "PartiQLInsert", "PartiQLUpdate", "PartiQLDelete"];

const kinds = {
  read: reads,
  write: writes,
  update: ["UpdateItem"],
  batch: ["BatchWriteItem"],
  scan: ["Scan"],
  statements,
};
export type TableUse = keyof typeof kinds;

/** Lets a function use the table in these ways; by name of each action, on the table and its indexes. */
export function mayUseTable(house: HouseFunction, table: TableV2, ...uses: TableUse[]): void {
  const actions = uses.flatMap((use) => kinds[use]).map((action) => `dynamodb:${action}`);
  const indexes = [listsIndex, headlinesIndex].map((index) => `${table.tableArn}/index/${index}`);
  house.may(actions, [table.tableArn, ...indexes]);
}

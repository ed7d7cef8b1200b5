import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { makeOpenData } from "./open-data-day.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

/** Makes the files of the days that are over, and answers which. */
export const handler = async () => ({ days: await makeOpenData(table, () => new Date()) });

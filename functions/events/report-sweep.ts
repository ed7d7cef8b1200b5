import { openTable } from "../../shared/table/table.ts";
import { logger } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { saidTime } from "../edge/said-time.ts";
import { askReports } from "./ask-reports.ts";

const env = environment("STAGE", "TABLE_NAME");
const table = openTable(env.TABLE_NAME);

export async function handler(event: unknown): Promise<void> {
  const asked = await askReports(table, saidTime(env.STAGE, event) ?? new Date());
  if (asked > 0) logger.info("organizers asked how many came", { asked });
}

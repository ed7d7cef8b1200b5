import { openTable } from "../../shared/table/table.ts";
import { logger } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { saidTime } from "../edge/said-time.ts";
import { askReports } from "./ask-reports.ts";
import { sweepSeats } from "./sweep-seats.ts";

const env = environment("STAGE", "TABLE_NAME");
const table = openTable(env.TABLE_NAME);

/** What events need by the clock: seats passed on, and organizers asked how many came. */
export async function handler(event: unknown): Promise<void> {
  const swept = await sweepSeats(table, new Date());
  const asked = await askReports(table, saidTime(env.STAGE, event) ?? new Date());
  if (swept.passed + swept.offered + asked > 0) logger.info("events swept", { ...swept, asked });
}

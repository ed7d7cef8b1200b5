import { openTable } from "../../shared/table/table.ts";
import { logger } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { sweepSeats } from "./sweep-seats.ts";

const table = openTable(environment("TABLE_NAME").TABLE_NAME);

export async function handler(): Promise<void> {
  const swept = await sweepSeats(table, new Date());
  if (swept.passed + swept.offered > 0) logger.info("seats passed on", swept);
}

import * as z from "zod";
import { openTable } from "../../shared/table/table.ts";
import { environment } from "../edge/environment.ts";
import { askSweep } from "./ask-sweep.ts";

const { TABLE_NAME, STAGE } = environment("TABLE_NAME", "STAGE");
const table = openTable(TABLE_NAME);

/** On one machine a run may be told what time it is, since nobody wants to wait for thirty days there. */
const Run = z.object({ now: z.iso.datetime().optional() }).catch({});

export const handler = (event: unknown) => {
  const { now } = STAGE === "local" ? Run.parse(event) : {};
  return askSweep(table, { now: now === undefined ? new Date() : new Date(now) });
};

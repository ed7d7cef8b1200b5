import { inject } from "vitest";
import type { TableDefinition } from "./table-definition.ts";

/** The emulator of the run. */
export interface ProvidedEngine {
  endpoint: string;
  /** Folder in which mails that its SES sent are caught. */
  mails: string;
  table: TableDefinition;
}

/** The whole system, deployed and served. */
export interface ProvidedStack {
  /** Where people reach it. */
  origin: string;
  endpoint: string;
  environment: Record<string, string>;
  outputs: Record<string, string>;
}

declare module "vitest" {
  interface ProvidedContext {
    engine: ProvidedEngine;
    wholeStacks: ProvidedStack[];
  }
}

/** The emulator of this run; for tests of the project `engine`. */
export const engine = (): ProvidedEngine => inject("engine");

/** The deployed system of this worker; for tests of the project `journeys`. */
export function wholeStack(): ProvidedStack {
  const stack = inject("wholeStacks")[Number(process.env.VITEST_POOL_ID) - 1];
  if (!stack) throw new Error("there is no whole system for this worker");
  return stack;
}

/** What an SDK client needs to reach an endpoint of the run. */
export function clientFor(endpoint: string) {
  return { endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
}

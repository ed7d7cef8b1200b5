import type { LocalStack } from "./stack.ts";

/** Puts the sample data in, through the system's own code. Called at every start; must change nothing the second time. */
export async function putSampleData(_stack: LocalStack): Promise<void> {}

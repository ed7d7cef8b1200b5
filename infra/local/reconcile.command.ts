import { localFolder } from "./paths.ts";
import { findRunningStack } from "./stack.ts";

/** `npm run reconcile`: runs the reconciler of the local stack once and prints its answer. */
try {
  const { endpoint, outputs } = findRunningStack(localFolder);
  const url = `${endpoint}/2015-03-31/functions/${outputs.ReconcileFunction}/invocations`;
  const answer = await fetch(url, { method: "POST", body: "{}" });
  console.log(await answer.text());
  if (!answer.ok || answer.headers.has("x-amz-function-error")) process.exitCode = 1;
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exit(1);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../infra/local/paths.ts";
import { templates } from "./templates.ts";

it("says in the runbook of every alarm what to do, and of none that there is not", () => {
  const runbook = readFileSync(join(root, "docs/runbook.md"), "utf8");
  const named = [...new Set(runbook.match(/`\w+Alarm`/g))].map((word) => word.slice(1, -1));
  const alarms = Object.entries(templates().prod.service)
    .filter(([, { Type }]) => Type === "AWS::CloudWatch::Alarm")
    .map(([id]) => id.slice(0, -8));
  expect(alarms.length).toBeGreaterThan(20);
  for (const alarm of alarms)
    expect(
      named.some((end) => alarm.endsWith(end)),
      alarm,
    ).toBe(true);
  for (const end of named)
    expect(
      alarms.some((alarm) => alarm.endsWith(end)),
      end,
    ).toBe(true);
});

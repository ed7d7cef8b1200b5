import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../infra/local/paths.ts";
import { templates } from "./templates.ts";

const runbook = readFileSync(join(root, "docs/runbook.md"), "utf8");

it("says in the runbook of every alarm what to do, and of none that there is not", () => {
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

it("leads from each alarm of a dead-letter queue to how such letters are redriven", () => {
  const queues = Object.entries(templates().prod.service).filter(
    ([, { Type, Properties }]) =>
      Type === "AWS::CloudWatch::Alarm" &&
      JSON.stringify(Properties.Dimensions ?? "").includes("QueueName") &&
      Properties.Threshold === 0,
  );
  expect(queues.length).toBeGreaterThan(10);
  for (const [id] of queues) {
    const row = runbook
      .split("\n")
      .find(
        (line) => line.startsWith("|") && (line.match(/`\w+Alarm`/g) ?? []).some((end) => endsWith(id, end)),
      );
    expect(row, id).toContain("(#dead-letters)");
  }
  const anchors = [...runbook.matchAll(/\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, text = ""]) =>
    text.toLowerCase().replaceAll(" ", "-"),
  );
  expect(headings).toEqual(expect.arrayContaining(anchors));
});

function endsWith(id: string, quoted: string): boolean {
  return id.slice(0, -8).endsWith(quoted.slice(1, -1));
}

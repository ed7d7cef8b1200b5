import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { root } from "../../infra/local/paths.ts";
import { costRows } from "./cost.ts";
import { keptRows } from "./rows.ts";

/** Puts what was measured into docs/benchmarks.md: a row for each budget. */
const kept = keptRows();
const rows = [...kept.values(), ...costRows(kept)].sort((a, b) => a.order - b.order);
const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
const table = [
  line(["what", "budget", "measured", "how"]),
  line(["---", "---", "---", "---"]),
  ...rows.map(({ what, budget, measured, how }) => line([what, budget, `**${measured}**`, how])),
];
const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} of them, Node ${process.version}`;
writeFileSync(
  join(root, "docs/benchmarks.md"),
  `# Benchmarks

Made by \`npm run bench\` (and \`npm run simulate\` for the simulated day). Ratios and counts in one run each, so that they hold on any machine; none of them
decides a test. This run: ${new Date().toISOString().slice(0, 10)}, ${machine}.

${table.join("\n")}
`,
);
console.log(table.join("\n"));

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../infra/local/paths.ts";
import { prices } from "../bench/prices.ts";
import { keepRow } from "../bench/rows.ts";
import { seeded } from "../functions/seeded.ts";
import { type Chart, picture } from "./charts.ts";
import { makeDay } from "./day.ts";
import { type Played, play, type Reading } from "./play.ts";

/** `npm run simulate`: a day of a million signups in a few minutes, as a page with charts in docs/. */
const { values } = parseArgs({
  options: {
    signups: { type: "string", default: "1000000" },
    shards: { type: "string", default: "8" },
    parallel: { type: "string", default: "1" },
    window: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});
const random = seeded(Number(values.seed));
const reading: Reading = {
  shards: Number(values.shards),
  parallel: Number(values.parallel),
  windowMs: Number(values.window),
  batchSize: 100,
};
/** What waits for a moment waits in the model's time only. */
globalThis.setTimeout = ((act: () => void) => setImmediate(act)) as unknown as typeof setTimeout;

const day = makeDay(Number(values.signups), random);
const played = await play(day, reading, random);
report(played);

function report({ model, minutes, lags, people, repeated, publicReads }: Played): void {
  const sorted = Float64Array.from(lags).sort();
  const lag = (share: number) => ((sorted[Math.floor(sorted.length * share)] ?? 0) / 1000).toFixed(1);
  const hottest = [...model.heat]
    .map(([pk, seconds]) => ({ pk, units: Math.max(...seconds.values()) }))
    .sort((a, b) => b.units - a.units);
  const dayTotal = sumOf(model.counters, "COUNT#event.global-encryption-day-2027 SHARD#", "people");
  const each = model.written / lags.length;
  const facts: [string, string][] = [
    ["signups", day.signups.toLocaleString("en")],
    [
      "people counted in the end; by the items",
      `${dayTotal.toLocaleString("en")}; ${people.toLocaleString("en")}`,
    ],
    ["stream", `${reading.shards} shards, ${reading.parallel} at once, window ${reading.windowMs} ms`],
    ["transactions", model.transactions.toLocaleString("en")],
    ["ledgers in one, on average", (model.counted / model.transactions).toFixed(1)],
    ["cancelled by another at the same item", model.conflicts.toLocaleString("en")],
    ["throttled", model.throttles.toLocaleString("en")],
    ["batches that came twice", repeated.toLocaleString("en")],
    ["from confirmation to count, median; 99th", `${lag(0.5)} s; ${lag(0.99)} s`],
    ["write units of counting, per confirmed", each.toFixed(2)],
    ["read units of counting, per confirmed", (model.read / lags.length).toFixed(2)],
    [
      `counting, at list prices of ${prices.readOn}`,
      `$${((model.written * prices.writeUnits + model.read * prices.readUnits) / 1e6).toFixed(2)}`,
    ],
    [
      "the public's looks at the counts, at the same prices",
      `$${((publicReads * prices.readUnits) / 1e6).toFixed(2)}`,
    ],
    [
      `hottest key by reads: ${model.hottestRead.pk}`,
      `${model.hottestRead.units.toLocaleString("en")} of 3,000 units in one second`,
    ],
    ...hottest
      .slice(0, 5)
      .map(({ pk, units }): [string, string] => [
        `hottest keys by writes: ${pk}`,
        `${units} of 1,000 units in one second`,
      ]),
  ];
  const perSecond = (pick: (minute: Played["minutes"][number]) => number) =>
    minutes.map((minute) => pick(minute) / 60);
  const charts: Chart[] = [
    {
      title: "What comes",
      unit: "a second, by minute",
      lines: [
        { name: "signups", values: perSecond(({ signups }) => signups), dash: "" },
        { name: "confirmations", values: perSecond(({ confirmed }) => confirmed), dash: "6 3" },
        { name: "counted", values: perSecond(({ counted }) => counted), dash: "2 2" },
      ],
    },
    {
      title: "Hottest key",
      unit: "write units in its worst second",
      lines: [{ name: "units", values: minutes.map(({ hottest: units }) => units), dash: "" }],
      limit: { value: 500, name: "budget: 500" },
    },
    {
      title: "From confirmation to count",
      unit: "ms, the slowest of each minute",
      lines: [{ name: "lag", values: minutes.map(({ lagMs }) => lagMs), dash: "" }],
    },
  ];
  const svg = picture(charts, `A day of ${day.signups.toLocaleString("en")} signups, simulated`);
  writeFileSync(join(root, "docs/simulation.svg"), svg);
  writeFileSync(join(root, "docs/simulation.html"), page(svg, facts));
  keepRow("hottest-key", {
    order: 12,
    what: "write units a second on the hottest key at 2,000 signups/s",
    budget: "≤ 500",
    measured: String(hottest[0]?.units),
    how: `${hottest[0]?.pk}; npm run simulate, real keys and counting, ${reading.shards} stream shards; see simulation.html`,
  });
  if (dayTotal !== people) {
    console.error("The counts are not what the items say.");
    process.exitCode = 1;
  }
  console.log(facts.map(([name, value]) => `${name}: ${value}`).join("\n"));
}

function sumOf(counters: Played["model"]["counters"], prefix: string, figure: string): number {
  let sum = 0;
  for (const [name, counter] of counters)
    if (name.startsWith(prefix)) sum += counter.figures.get(figure) ?? 0;
  return sum;
}

function page(svg: string, facts: [string, string][]): string {
  const rows = facts
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
    .join("\n");
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A simulated day</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#12232e}svg{max-width:100%;height:auto}th{text-align:left;padding-right:2rem;font-weight:400}td{font-weight:600}</style>
<h1>A simulated day</h1>
<p>Made by <code>npm run simulate</code>: the real key functions and the real counting (<code>functions/participation/count.ts</code>) against a model of DynamoDB's limits.
70 % confirm, 3 % sign up twice, 2 % withdraw, 1 % of the batches come twice. Requests take 6 ms (reads) and 15 ms (transactions); transactions on one item at the same time cancel each other; a key takes 1,000 write and 3,000 read units a second. The public looks at the counts of three scopes through the 13 regional caches of the CDN, each every two seconds.</p>
${svg}
<table>
${rows}
</table>
</html>
`;
}

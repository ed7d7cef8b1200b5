import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Short to read and long to run: minutes of a browser, a system that is started twice. */
const longest = [
  "journeys/everybody.test.ts",
  "journeys/members-console.test.ts",
  "stack/second-start.test.ts",
];

/** No worker is to be alone with such a file at the end: on a fresh clone all that Vitest knows of files is their size. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.some((file) => moduleId.endsWith(file));
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

/** Needs the templates that CDK makes. */
const templateTests = ["test/infra/**/*.test.ts"];
/** Needs the emulator. */
const engineTests = [
  "test/table/**/*.test.{ts,tsx}",
  "test/functions/**/*.test.{ts,tsx}",
  "test/stack/**/*.test.ts",
];
/** Needs the whole system, served, and a browser. */
const journeys = ["test/journeys/**/*.test.ts"];

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };

/** Each file has what it needs to itself: its own table and queues, or a whole system for each worker. */
const atOnce = { maxWorkers: 2 };
/** Files share what they import: nothing of ours keeps anything in a module but by the table that it is of. */
const together = { isolate: false };
/** What says soonest that something is wrong. */
const first = { ...atOnce, sequence: { groupOrder: 0 } };
const afterwards = { ...atOnce, sequence: { groupOrder: 1 } };

/** Four kinds of tests, so that pure rules wait for nothing: what a project needs is started only if it has tests to run. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...jsx,
        test: {
          name: "rules",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...engineTests, ...journeys, ...templateTests],
          testTimeout: 20_000,
          ...first,
          ...together,
        },
      },
      {
        test: {
          name: "templates",
          include: templateTests,
          globalSetup: "test/infra/templates.setup.ts",
          ...first,
        },
      },
      {
        ...jsx,
        test: {
          name: "engine",
          include: engineTests,
          globalSetup: "test/stack/engine.setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...afterwards,
          ...together,
        },
      },
      {
        ...jsx,
        test: {
          name: "journeys",
          include: journeys,
          globalSetup: "test/stack/journeys.setup.ts",
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000, interval: 50 } },
          ...afterwards,
        },
      },
    ],
  },
});

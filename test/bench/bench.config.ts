import { defineConfig } from "vitest/config";

/** `npm run bench`: measures, one thing after another, and decides nothing. Its rows are put together by `report.ts`. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/bench/*.bench.ts"],
    globalSetup: "test/stack/engine.setup.ts",
    env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from "vitest/config";

/** `npm run pictures`: makes docs/pictures anew and decides nothing. The console's need the whole system, served. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/pictures/*.pictures.ts"],
    globalSetup: "test/stack/journeys.setup.ts",
    fileParallelism: false,
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
  },
});

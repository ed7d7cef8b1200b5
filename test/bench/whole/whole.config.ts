import { defineConfig } from "vitest/config";

/** The part of `npm run bench` that asks the whole system, deployed on the emulator and served. */
export default defineConfig({
  test: {
    include: ["test/bench/whole/*.bench.ts"],
    globalSetup: "test/stack/journeys.setup.ts",
    fileParallelism: false,
    testTimeout: 3_600_000,
  },
});

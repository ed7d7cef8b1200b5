import type { KnipConfig } from "knip";
import { catalogue, threadsBeside, workersBeside } from "./infra/catalogue.ts";

/** What starts by itself: what is deployed, what browsers load, commands, tests. All else must be used by one of them. */
export default {
  entry: [
    "infra/app.ts",
    "infra/local/*.command.ts",
    // Put into bundles in the place of others, see infra/building-blocks/bundle.ts.
    "functions/edge/{credentials,no-styles,no-file-types,not-needed}.ts",
    ...Object.values(catalogue),
    ...Object.values(threadsBeside).flat(),
    ...Object.values(workersBeside).flat(),
    "web/islands/*.{ts,tsx}",
    "web/embeds/*.ts",
    "web/staff/console.tsx",
    "test/**/*.test.{ts,tsx}",
    "test/**/*.command.ts",
    "test/*/*.setup.ts",
    "test/bench/*.ts",
    "test/pictures/*.ts",
  ],
  project: [
    "infra/**/*.ts",
    "functions/**/*.ts",
    "shared/**/*.ts",
    "web/**/*.{ts,tsx}",
    "test/**/*.{ts,tsx}",
  ],
  ignoreExportsUsedInFile: true,
  // A font: its file is packed with the pictures, see infra/catalogue.ts.
  ignoreDependencies: ["dejavu-fonts-ttf"],
} satisfies KnipConfig;

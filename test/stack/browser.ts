import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where a Chromium is usually installed. */
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A real Chromium: the one at `CHROMIUM_PATH`, else the one that npm brought for Linux on x64, else an installed one.
 * Without any it throws; a journey is never skipped.
 */
export async function launchChromium(further: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...standard, ...further] });
}

/** What makes a browser whose camera shows this film (MJPEG), and is allowed. */
export function withCamera(film: string): string[] {
  return [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ];
}

/** Its own sandbox needs rights that containers do not give; it only ever visits our own pages. */
const standard = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--headless=shell",
  "--hide-scrollbars",
];

async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: bundled } = await import("@sparticuz/chromium");
    return bundled.executablePath();
  }
  const found = installed.find((path) => existsSync(path));
  if (!found) throw new Error("No Chromium was found: install one, or name it in CHROMIUM_PATH");
  return found;
}

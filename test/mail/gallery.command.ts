import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { localFolder, root } from "../../infra/local/paths.ts";
import { launchChromium } from "../stack/browser.ts";
import type * as Gallery from "./gallery.ts";

/** `npm run mails`: every mail in every language as one page, and a few of them as pictures for the docs. */
const folder = join(localFolder, "mails");
const pictures = join(root, "docs/pictures/mails");

/** Few, since pictures in a repository stay for good: each shows something that the others do not. */
const taken = [
  { kind: "confirm", locale: "en", width: 390, dark: false },
  { kind: "confirm", locale: "ar", width: 390, dark: true },
  { kind: "registered", locale: "ar", width: 390, dark: false },
  { kind: "registered", locale: "fr", width: 390, dark: true },
  { kind: "news", locale: "en", width: 720, dark: false },
  { kind: "member-approved", locale: "sw", width: 390, dark: false },
] as const;

const { everyLetter, galleryPage } = await bundled();
const shown = await everyLetter();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "index.html"), galleryPage(shown));
mkdirSync(pictures, { recursive: true });
const browser = await launchChromium();
try {
  for (const picture of taken) await take(browser, picture);
} finally {
  await browser.close();
}
console.log(`${shown.length} mails: ${join(folder, "index.html")}; pictures in ${pictures}`);

/** Mails are written as components, which Node does not read as they are. */
async function bundled(): Promise<typeof Gallery> {
  const outfile = join(folder, "gallery.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "gallery.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return import(pathToFileURL(outfile).href);
}

async function take(browser: Browser, { kind, locale, width, dark }: (typeof taken)[number]): Promise<void> {
  const found = shown.find((one) => one.kind === kind && one.locale === locale);
  if (!found) return;
  const page = await browser.newPage({
    viewport: { width, height: 600 },
    colorScheme: dark ? "dark" : "light",
  });
  await page.setContent(found.letter.html);
  const name = `${kind}.${locale}.${width}${dark ? ".dark" : ""}.png`;
  await page.screenshot({ path: join(pictures, name), fullPage: true });
  await page.close();
}

import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { localFolder, root } from "../../infra/local/paths.ts";
import { type Locale, locales } from "../../shared/locales/languages.ts";
import { launchChromium } from "../stack/browser.ts";
import type * as Gallery from "./gallery.ts";

/**
 * `npm run mails`: every mail in every language as one page, and as pictures for the docs: a sheet of all for each language,
 * and a few at their full size.
 */
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

/** A sheet shows phones side by side, at this part of their size: enough to see how each looks. */
const sheet = { columns: 10, phone: 390, scale: 0.42, quality: 45 };

const { everyLetter, galleryPage } = await bundled();
const shown = await everyLetter();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "index.html"), galleryPage(shown));
mkdirSync(pictures, { recursive: true });
const browser = await launchChromium();
try {
  for (const picture of taken) await take(browser, picture);
  for (const locale of locales) await takeSheet(browser, locale);
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
  // Texts are read from beside the bundle, as beside a function's.
  const texts = join(root, "shared/locales");
  for (const name of readdirSync(texts).filter((file) => file.endsWith(".json")))
    cpSync(join(texts, name), join(folder, name));
  return import(pathToFileURL(outfile).href);
}

/** All mails of a language; half of them by night, so that both are seen. */
async function takeSheet(browser: Browser, locale: Locale): Promise<void> {
  const letters = shown.filter((one) => one.locale === locale);
  const page = await browser.newPage({ viewport: { width: sheet.phone, height: 100 } });
  const phones: string[] = [];
  for (const [i, { letter }] of letters.entries()) {
    await page.emulateMedia({ colorScheme: i % 2 === 0 ? "light" : "dark" });
    await page.setContent(letter.html);
    const picture = await page.screenshot({ fullPage: true, type: "jpeg", quality: 90 });
    phones.push(
      `<img width="${sheet.phone * sheet.scale}" src="data:image/jpeg;base64,${picture.toString("base64")}">`,
    );
  }
  const width = Math.ceil(sheet.columns * (sheet.phone * sheet.scale + 8) + 8);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width, height: 600 });
  await page.setContent(
    `<!doctype html><style>body{margin:8px;display:flex;flex-wrap:wrap;align-items:start;gap:8px;background:#cfd6d0}</style>${phones.join("")}`,
  );
  const path = join(pictures, `all.${locale}.jpg`);
  await page.screenshot({ path, fullPage: true, type: "jpeg", quality: sheet.quality });
  await page.close();
}

async function take(browser: Browser, { kind, locale, width, dark }: (typeof taken)[number]): Promise<void> {
  const found = shown.find((one) => one.sample === kind && one.locale === locale);
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

import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { root } from "../../infra/local/paths.ts";
import { english } from "../../shared/locales/speak.ts";
import { en as metrics } from "../../web/staff/metrics/words-en.ts";
import { en as consoleTexts } from "../../web/staff/texts/en.ts";

const isText = /(texts\/(news-)?|metrics\/words-)(en|fr)\.ts$/;
const files = globSync("{web,functions,shared,infra}/**/*.{ts,tsx}", { cwd: root });
const code = files
  .filter((file) => !isText.test(file))
  .map((file) => readFileSync(`${root}/${file}`, "utf8"))
  .join("\n");

const literals = new Set(Array.from(code.matchAll(/"([\w.-]+)"|\b([\w-]+):/g), (m) => m[1] ?? m[2] ?? ""));
/** Keys that are put together: what stands still in them has to fit. One that is all variable would fit anything. */
const patterns = Array.from(code.matchAll(/`([\w.-]*\$\{[^`\n]*)`/g), ([, template = ""]) => template)
  .map((template) => template.split(/\$\{[^}]*\}/))
  .filter((still) => still.join("").match(/^[\w.-]{4,}$/))
  .map((still) => new RegExp(`^${still.map((part) => part.replaceAll(".", "\\.")).join("[\\w.-]+")}$`));
/** Words that come from outside, such as a state, have a text by the name of their group. */
const groups = Array.from(
  code.matchAll(/(?:word(?:Text|Choices)|named)\(\s*"([\w.-]+)"/g),
  ([, group]) => `${group}.`,
);

/** What `memberText` says otherwise of a request, a contact or whoever has no name. */
const variant = /\.(?:request|contact|change|nameless)$/;

function isUsed(key: string): boolean {
  return (
    (variant.test(key) && isUsed(key.replace(variant, ""))) ||
    literals.has(key) ||
    patterns.some((pattern) => pattern.test(key)) ||
    groups.some((group) => key.startsWith(group))
  );
}

it.each([
  ["the website and mails", english()],
  ["the console", consoleTexts],
  ["the metrics", metrics],
])("has no text of %s that nothing says", (_of, texts) => {
  expect(Object.keys(texts).filter((key) => !isUsed(key))).toEqual([]);
});

it("knows a text that nothing says, and one that is put together", () => {
  expect(isUsed(["page", "home", "nowhere"].join("."))).toBe(false);
  expect(isUsed("sign-in.set-up.lead")).toBe(true);
});

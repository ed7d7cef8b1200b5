import { expect, it } from "vitest";
import { locales } from "../../shared/locales/speak.ts";
import { everyLetter, galleryPage } from "./gallery.ts";
import { everyMail } from "./samples.ts";

it("shows every mail in every language, as HTML that may run nothing and as text", async () => {
  const shown = await everyLetter();
  expect(shown).toHaveLength(everyMail.length * locales.length);
  const page = galleryPage(shown);
  for (const sample of everyMail)
    for (const locale of locales) expect(page).toContain(`<section id="${sample}.${locale}">`);
  const signing = shown.filter(({ sample }) => sample.endsWith("-signature"));
  expect(new Set(signing.map(({ sample }) => sample)).size, "as signatures owe them").toBe(3);
  for (const { letter } of signing) expect(letter.subject).not.toContain("workshop");
  expect(page.match(/<iframe [^>]*sandbox srcdoc=/g)).toHaveLength(shown.length);
});

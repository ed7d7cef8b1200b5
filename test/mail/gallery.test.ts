import { expect, it } from "vitest";
import { locales } from "../../shared/locales/speak.ts";
import { everyLetter, galleryPage } from "./gallery.ts";
import { everyMail } from "./samples.ts";

it("shows every mail in every language, as HTML that may run nothing and as text", async () => {
  const shown = await everyLetter();
  expect(shown).toHaveLength(everyMail.length * locales.length);
  const page = galleryPage(shown);
  for (const kind of everyMail)
    for (const locale of locales) expect(page).toContain(`<section id="${kind}.${locale}">`);
  expect(page.match(/<iframe [^>]*sandbox srcdoc=/g)).toHaveLength(shown.length);
});

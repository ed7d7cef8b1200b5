import { letterFor } from "../../functions/mail/letters.ts";
import { direction, type Locale, locales, nativeNames } from "../../shared/locales/speak.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import { everyMail, type MailSample, mailingFor, sampleDesk } from "./samples.ts";

export interface Shown {
  sample: MailSample;
  locale: Locale;
  letter: Letter;
}

/** Every mail in every language, written by the mailer's own code from samples. */
export async function everyLetter(): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const sample of everyMail) {
    for (const locale of locales) {
      const { mail, mailing } = mailingFor(sample, locale);
      const letter = await letterFor(sampleDesk(sample, locale), mail, mailing);
      if (!letter) throw new Error(`the sample of ${sample} is owed no mail`);
      shown.push({ sample, locale, letter });
    }
  }
  return shown;
}

/** One page with all of them: the HTML in a frame, the text beside it. */
export function galleryPage(shown: readonly Shown[]): string {
  const mails = shown.map(
    ({ sample, locale, letter }) => `<section id="${sample}.${locale}">
<h2>${sample} · ${nativeNames[locale]}</h2>
<p dir="${direction(locale)}"><strong>${escaped(letter.subject)}</strong><br>${escaped(letter.from.name)} &lt;${letter.from.address}&gt;</p>
<div class="both"><iframe title="${sample} in ${locale}" sandbox srcdoc="${escaped(letter.html)}"></iframe>
<pre lang="${locale}" dir="${direction(locale)}">${escaped(letter.text)}</pre></div></section>`,
  );
  const index = everyMail.map(
    (sample) =>
      `<li>${sample}: ${locales.map((locale) => `<a href="#${sample}.${locale}">${locale}</a>`).join(" ")}</li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every mail</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color-scheme:light dark}.both{display:flex;gap:1rem}
iframe{width:600px;height:720px;border:1px solid #888}pre{flex:1;white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><h1>Every mail in every language</h1><ul>${index.join("")}</ul>${mails.join("\n")}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

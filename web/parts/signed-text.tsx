import { direction, isLocale, speak } from "../../shared/locales/speak.ts";
import { newTab } from "../link.ts";
import type { TextView } from "../signing-view.ts";
import type { View } from "../view.ts";
import { between } from "../words.ts";

/** Languages that texts are written in beyond the site's own and that run from right to left. */
const rightToLeft = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"]);

/** A text's own direction, whatever that of the page around it. */
export function directionOf(locale: string): "ltr" | "rtl" {
  if (isLocale(locale)) return direction(locale);
  return rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** The exact text that is signed, in its own language and direction, and how to check it. */
export function SignedText({ view, text, framed }: { view: View; text: TextView; framed?: boolean }) {
  const { t, language } = speak(view.locale);
  const { version, locale } = text;
  return (
    <>
      <div class="signed-text" lang={locale} dir={directionOf(locale)}>
        {text.text.trim()}
      </div>
      <p class="hint">
        {t("page.signable.version", { version, language: language(locale) })}
        {between}
        <a href={text.url} {...(framed && newTab)}>
          {t("page.signable.plain")}
        </a>
      </p>
      <details>
        <summary>{t("page.signable.digest")}</summary>
        <p class="digest">
          <code>{text.sha256}</code>
        </p>
      </details>
    </>
  );
}

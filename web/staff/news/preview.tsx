import { useEffect, useRef, useState } from "preact/hooks";
import { direction, isLocale, type Locale } from "../../../shared/locales/languages.ts";
import { useAsked } from "../console-context.ts";
import { ProblemBox } from "../parts/problem.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { languageText, t } from "../texts/texts.ts";
import { type Mailing, mailingPath, type Preview } from "./mailing.ts";

type Form = "html" | "text";

/** The mail as its readers of a language see it, in both forms that it is sent in. */
export function NewsPreview({ mailing, locale }: { mailing: Mailing; locale: Locale }) {
  const [form, setForm] = useState<Form>("html");
  if (mailing.fallbacks[locale] === null) return null;
  return (
    <section class="card" aria-labelledby="preview-title">
      <h2 id="preview-title">{t("news.preview")}</h2>
      <p class="actions">
        {(["html", "text"] as const).map((one) => (
          <button
            key={one}
            type="button"
            class={one === form ? "small" : "small button-quiet"}
            aria-pressed={one === form}
            onClick={() => setForm(one)}
          >
            {t(`news.preview.${one}`)}
          </button>
        ))}
      </p>
      <Shown key={`${locale}.${mailing.version}`} mailing={mailing} locale={locale} form={form} />
    </section>
  );
}

function Shown({ mailing, locale, form }: { mailing: Mailing; locale: Locale; form: Form }) {
  const { answer, problem, again } = useAsked<Preview>(
    mailingPath(mailing.id, `/preview?locale=${locale}&version=${mailing.version}`),
  );
  if (problem) return <ProblemBox problem={problem} again={again} />;
  if (!answer) return <Waiting />;
  const written = isLocale(answer.locale) ? answer.locale : locale;
  return (
    <>
      <p>
        <span class="hint">{t("news.subject")}: </span>
        <strong lang={written} dir={direction(written)}>
          {answer.subject}
        </strong>
        {written !== locale && (
          <>
            <br />
            <span class="hint">
              {t("news.falls-back", { language: languageText(locale), other: languageText(written) })}
            </span>
          </>
        )}
      </p>
      {form === "html" ? (
        <MailFrame html={answer.html} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <pre class="mail-text" lang={written} dir={direction(written)} tabIndex={0}>
          {answer.text}
        </pre>
      )}
    </>
  );
}

/**
 * A mail has its styles in its elements, which the console's policy forbids: it is handed to a page of ours that may have
 * them, and nothing else (`functions/website/staff-shell.ts`).
 */
function MailFrame({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const show = (): void => frame.current?.contentWindow?.postMessage(html, "*");
  useEffect(show, [html]);
  return (
    <iframe
      ref={frame}
      class="mail-frame"
      src="/staff/mail-frame"
      sandbox="allow-scripts"
      title={t("news.preview.frame")}
      onLoad={show}
    />
  );
}

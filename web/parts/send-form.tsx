import { speak } from "../../shared/locales/speak.ts";
import { newTab, to } from "../link.ts";
import type { View } from "../view.ts";

interface Props {
  view: View;
  /** What the button says. */
  text: string;
  /** Whether the form stands in a frame, which links must not leave. */
  framed?: boolean;
}

/** The end of a form that people take part by. What it says of the sending is shown by the island `sending.js`. */
export function SendForm({ view, text, framed = false }: Props) {
  const { t } = speak(view.locale);
  return (
    <>
      <div class="error-summary" role="alert" tabIndex={-1} data-unsent hidden>
        <p class="problem">{t("form.unsent.title")}</p>
        <p>{t("form.unsent.text")}</p>
      </div>
      <p class="actions">
        <button type="submit">{text}</button>
        <a href={to(view, "/privacy")} {...(framed && newTab)}>
          {t("form.privacy")}
        </a>
        <span role="status" data-sending={t("form.sending")} />
      </p>
    </>
  );
}

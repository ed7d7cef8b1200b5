import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

/** Stops mails by a button; mail programs do the same without the page (RFC 8058). */
export function unsubscribePage({ view, token, done }: { view: View; token: string; done: boolean }): string {
  const { t } = speak(view.locale);
  const part = done ? "page.unsubscribe.done" : "page.unsubscribe";
  return document(
    <Frame view={view} title={t(`${part}.title`)} personal>
      <div class="single">
        <h1>{t(`${part}.title`)}</h1>
        <p class="lead">{t(`${part}.lead`)}</p>
        {!done && (
          <form method="post" action={to(view, `/unsubscribe/${token}`)}>
            <button type="submit">{t("page.unsubscribe.action")}</button>
          </form>
        )}
      </div>
    </Frame>,
  );
}

import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

type Purpose = "all" | "news" | "reminders";

export interface UnsubscribePageProps {
  view: View;
  token: string;
  /** What the link of the mail stops. */
  purpose: Purpose;
  /** What was stopped just now. */
  done?: Purpose | undefined;
}

/** Stops mails by a button; mail programs do the same without the page (RFC 8058). */
export function unsubscribePage({ view, token, purpose, done }: UnsubscribePageProps): string {
  const { t } = speak(view.locale);
  const part = done ? (`page.unsubscribe.done.${done}` as const) : (`page.unsubscribe.${purpose}` as const);
  return document(
    <Frame view={view} title={t(`${part}.title`)} personal>
      <div class="single">
        <h1>{t(`${part}.title`)}</h1>
        <p class="lead" role={done && "status"}>
          {t(`${part}.lead`)}
        </p>
        {!done && (
          <form class="actions" method="post" action={to(view, `/unsubscribe/${token}`)}>
            <button type="submit">{t(`page.unsubscribe.${purpose}.action`)}</button>
            {purpose !== "all" && (
              <button class="button-quiet" type="submit" name="purpose" value="all">
                {t("page.unsubscribe.all.action")}
              </button>
            )}
          </form>
        )}
      </div>
    </Frame>,
  );
}

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
  /** What the reader stopped before, and the link need not stop again. */
  already?: Purpose | undefined;
}

/** Stops mails by a button; mail programs do the same without the page (RFC 8058). */
export function unsubscribePage({ view, token, purpose, done, already }: UnsubscribePageProps): string {
  const { t } = speak(view.locale);
  const stopped = done ?? already;
  const part = stopped ? (`done.${stopped}` as const) : purpose;
  const title = t(`page.unsubscribe.${part}.title`);
  return document(
    <Frame view={view} title={title} personal>
      <div class="single">
        <h1>{title}</h1>
        <p class="lead" role={stopped && "status"}>
          {t(already && !done ? "page.unsubscribe.already.lead" : `page.unsubscribe.${part}.lead`)}
        </p>
        {stopped !== "all" && (
          <form class="actions" method="post" action={to(view, `/unsubscribe/${token}`)}>
            {!stopped && <button type="submit">{t(`page.unsubscribe.${purpose}.action`)}</button>}
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

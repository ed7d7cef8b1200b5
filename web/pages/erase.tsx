import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

/** What is asked before everything is deleted: it cannot be undone. */
export function eraseAskPage({ view, token }: { view: View; token: string }): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.erase.ask.title")} personal>
      <div class="single">
        <h1>{t("page.erase.ask.title")}</h1>
        <p class="lead">{t("page.erase.ask.text")}</p>
        <ul>
          <li>{t("page.erase.ask.gone")}</li>
          <li>{t("page.erase.ask.withdrawn")}</li>
          <li>{t("page.erase.ask.kept")}</li>
        </ul>
        <form class="actions" method="post" action={to(view, `/manage/${token}/erase`)}>
          <button class="button-grave" type="submit">
            {t("page.erase.ask.yes")}
          </button>
          <a href={to(view, `/manage/${token}`)}>{t("page.erase.ask.back")}</a>
        </form>
      </div>
    </Frame>,
  );
}

export function erasedPage({ view }: { view: View }): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.erase.done.title")} personal>
      <div class="single">
        <h1>{t("page.erase.done.title")}</h1>
        <p class="lead">{t("page.erase.done.text")}</p>
        <p class="actions">
          <a class="button" href={to(view, "/")}>
            {t("problem.home")}
          </a>
        </p>
      </div>
    </Frame>,
  );
}

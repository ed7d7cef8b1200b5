import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { View } from "../view.ts";

/** The way to have everything deleted, at the end of each page that shows what is held. */
export function EraseOffer({ view, token }: { view: View; token: string }) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">{t("page.erase.title")}</h2>
      <p>{t("page.erase.text")}</p>
      <p>
        <a class="button-quiet" href={`${to(view, `/manage/${token}`)}?ask=erase`}>
          {t("page.erase.action")}
        </a>
      </p>
    </section>
  );
}

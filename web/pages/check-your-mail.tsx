import { speak } from "../../shared/locales/speak.ts";
import { asset } from "../asset.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

/** Signups after which a person of the staff looks at it; of all others it is enough to confirm. */
const awaited = ["join", "propose"] as const;

/** What every signup leads to, whether the address was new or known; `after` says which form was sent. */
export function checkYourMailPage({ view, after }: { view: View; after?: string | undefined }): string {
  const { t } = speak(view.locale);
  const looked = awaited.find((form) => form === after);
  return document(
    <Frame view={view} title={t("page.check-your-mail.title")} personal>
      <div class="single">
        <img class="picture" src={asset("letter.svg")} alt="" width="148" height="102" />
        <h1>{t("page.check-your-mail.title")}</h1>
        <p class="lead">{t(looked ? `page.check-your-mail.lead.${looked}` : "page.check-your-mail.lead")}</p>
        <h2>{t("page.check-your-mail.slow")}</h2>
        <ul>
          <li>{t("page.check-your-mail.wait")}</li>
          <li>{t("page.check-your-mail.spam")}</li>
          <li>{t("page.check-your-mail.again")}</li>
        </ul>
        <p>
          <a href={to(view, "/events")}>{t("page.check-your-mail.events")}</a>
        </p>
      </div>
    </Frame>,
  );
}

import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { SignatureView } from "../signing-view.ts";
import type { View } from "../view.ts";

interface ShareProps {
  view: View;
  signature: Pick<SignatureView, "shareUrl" | "title">;
}

/** One's own link: to copy, to send by mail, by apps that take plain links. No script of anybody else's. */
export function Share({ view, signature }: ShareProps) {
  const { t } = speak(view.locale);
  const { shareUrl, title } = signature;
  if (!shareUrl) return null;
  const text = encodeURIComponent(t("page.share.text", { title, url: shareUrl }));
  const url = encodeURIComponent(shareUrl);
  return (
    <section class="share" aria-labelledby="share" data-share={shareUrl}>
      <h2 id="share">{t("page.share.title")}</h2>
      <p>{t("page.share.lead")}</p>
      <p>
        <label for="share-link">{t("page.share.link")}</label>
        <input id="share-link" type="text" readOnly value={shareUrl} dir="ltr" />
      </p>
      <p class="actions">
        <button type="button" hidden data-do="copy" data-done={t("page.share.copied")}>
          {t("page.share.copy")}
        </button>
        <button type="button" hidden data-do="native">
          {t("page.share.native")}
        </button>
        <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${text}`}>{t("page.share.mail")}</a>
        <a href={`https://wa.me/?text=${text}`} rel="noreferrer">
          WhatsApp
        </a>
        <a href={`https://t.me/share/url?url=${url}`} rel="noreferrer">
          Telegram
        </a>
      </p>
    </section>
  );
}

/** What somebody who has signed can do next. */
export function Next({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("page.next.title")}</h2>
      <ul>
        {(["events", "pledges", "statements"] as const).map((place) => (
          <li key={place}>
            <a href={to(view, `/${place}`)}>{t(`page.next.${place}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { View } from "../view.ts";

/** Every page that no mail leads to stands here, so that each is reached from each. */
export const listedPages: readonly [path: string, text: TextKey][] = [
  ["/", "site.nav.home"],
  ["/events", "site.nav.events"],
  ["/pledges", "site.nav.pledges"],
  ["/statements", "site.nav.statements"],
  ["/data", "site.footer.data"],
  ["/privacy", "site.footer.privacy"],
  ["/accessibility", "site.footer.accessibility"],
];

export function SiteFooter({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <footer class="site-footer">
      <div class="bar">
        <div class="creed">
          <p class="creed-line">{t("site.footer.line")}</p>
          <p>{t("site.footer.no-tracking")}</p>
        </div>
        <nav aria-label={t("site.footer")}>
          <ul>
            {listedPages.map(([path, text]) => (
              <li key={path}>
                <a href={to(view, path)}>{t(text)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

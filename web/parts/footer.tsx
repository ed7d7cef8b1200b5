import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { View } from "../view.ts";

type Link = readonly [path: string, text: TextKey];

/** Every page that no mail leads to stands here, so that each is reached from each. */
const columns: readonly { title: TextKey; links: readonly Link[] }[] = [
  {
    title: "site.footer.take-part",
    links: [
      ["/events", "site.nav.events"],
      ["/pledges", "site.nav.pledges"],
      ["/statements", "site.nav.statements"],
      ["/events/propose", "page.propose.title"],
      ["/join", "page.join.title"],
    ],
  },
  {
    title: "site.footer",
    links: [
      ["/", "site.nav.home"],
      ["/members", "site.nav.members"],
      ["/data", "site.footer.data"],
      ["/privacy", "site.footer.privacy"],
      ["/accessibility", "site.footer.accessibility"],
    ],
  },
];

export const listedPages: readonly Link[] = columns.flatMap(({ links }) => links);

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
          {columns.map(({ title, links }) => (
            <div key={title}>
              <p class="footer-title" id={title.replaceAll(".", "-")}>
                {t(title)}
              </p>
              <ul aria-labelledby={title.replaceAll(".", "-")}>
                {links.map(([path, text]) => (
                  <li key={path}>
                    <a href={to(view, path)}>{t(text)}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </footer>
  );
}

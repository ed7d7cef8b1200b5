import { locales, nativeNames, speak } from "../../shared/locales/speak.ts";
import { asset } from "../asset.ts";
import { pathIn, to } from "../link.ts";
import type { View } from "../view.ts";
import { colon } from "../words.ts";

export function SiteHeader({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <header class="site-header">
      <div class="bar">
        <a class="brand" href={to(view, "/")}>
          <img src={asset("mark.svg")} alt="" width="44" height="44" />
          <span>{t("coalition.name")}</span>
        </a>
        <nav class="main-nav" aria-label={t("site.nav")}>
          <ul>
            <NavLink view={view} path="/events" text={t("site.nav.events")} />
            <NavLink view={view} path="/pledges" text={t("site.nav.pledges")} />
            <NavLink view={view} path="/statements" text={t("site.nav.statements")} />
            <NavLink view={view} path="/members" text={t("site.nav.members")} />
            <NavLink view={view} path="/data" text={t("site.nav.data")} />
          </ul>
        </nav>
        <Languages view={view} />
      </div>
    </header>
  );
}

function NavLink({ view, path, text }: { view: View; path: string; text: string }) {
  const inside = view.path.startsWith(`${path}/`) ? "true" : undefined;
  return (
    <li>
      <a href={to(view, path)} aria-current={view.path === path ? "page" : inside}>
        {text}
      </a>
    </li>
  );
}

/** Opens without script. The same page, its query too, in each language; every language by its own name. */
function Languages({ view }: { view: View }) {
  const { t } = speak(view.locale);
  return (
    <nav class="languages" aria-label={t("site.languages")}>
      <details>
        <summary>
          <span class="unseen">{t("site.languages") + colon(view)}</span>
          {nativeNames[view.locale]}
        </summary>
        <ul>
          {locales.map((locale) => (
            <li key={locale}>
              <a
                href={pathIn(locale, view.path) + (view.search ?? "")}
                lang={locale}
                hreflang={locale}
                aria-current={locale === view.locale ? "true" : undefined}
              >
                {nativeNames[locale]}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

import type { ComponentChildren } from "preact";
import { speak } from "../../shared/locales/speak.ts";
import { asset } from "../asset.ts";
import { alternates, pathIn } from "../link.ts";
import type { View } from "../view.ts";
import { SiteFooter } from "./footer.tsx";
import { SiteHeader } from "./header.tsx";
import { LinkPreview } from "./link-preview.tsx";
import { LinkedData } from "./linked-data.tsx";

export interface FrameProps {
  view: View;
  /** Of this page alone; the coalition's name is put behind it. */
  title: string;
  description?: string | undefined;
  /** Pages behind a mail's link are for one person: not for search engines, and the same page in another language is
   * not announced. */
  personal?: boolean;
  /** Whose number stands in the picture that is shown where the page is shared. */
  scope?: string | undefined;
  /** Facts for search engines, as schema.org has them. */
  facts?: object | undefined;
  /** More for the head, such as further styles or a refresh. */
  head?: ComponentChildren;
  /** Islands that the page is bettered by, such as `counter.js`. */
  islands?: readonly string[];
  /** What stands across the whole width above the content. */
  hero?: ComponentChildren;
  children: ComponentChildren;
}

/** Scripts only better a page: what it shows goes before them. */
const unhurried = { fetchpriority: "low" };

/** What every page has around its content: language and direction, head, header, landmarks, footer. */
export function Frame(props: FrameProps) {
  const { locale, dir } = speak(props.view.locale);
  return (
    <html lang={locale} dir={dir}>
      <Head {...props} />
      <body>
        <a class="skip" href="#content">
          {speak(locale).t("site.skip")}
        </a>
        <SiteHeader view={props.view} />
        <main id="content" tabIndex={-1}>
          {props.hero}
          <div class="page">{props.children}</div>
        </main>
        <SiteFooter view={props.view} />
      </body>
    </html>
  );
}

function Head({ view, title, description, personal = false, scope, facts, head, islands = [] }: FrameProps) {
  const coalition = speak(view.locale).t("coalition.name");
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* Nothing is painted before the styles are there, so they are asked for with the first bytes of the page. */}
      <link rel="stylesheet" href={asset("site.css")} />
      {head}
      <title>{`${title} – ${coalition}`}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#083d38" />
      {personal ? <meta name="robots" content="noindex" /> : <Addresses view={view} />}
      {!personal && <LinkPreview view={view} title={title} description={description} scope={scope} />}
      {facts && <LinkedData facts={facts} />}
      <link rel="icon" href={asset("favicon.svg")} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={asset("icon-180.png")} />
      <link rel="manifest" href="/site.webmanifest" />
      {islands.map((island) => (
        <script type="module" {...unhurried} src={asset(island)} key={island} />
      ))}
    </head>
  );
}

function Addresses({ view }: { view: View }) {
  return (
    <>
      <link rel="canonical" href={view.origin + pathIn(view.locale, view.path)} />
      {alternates(view).map(({ locale, href }) => (
        <link rel="alternate" hreflang={locale} href={href} key={locale} />
      ))}
      <link rel="alternate" hreflang="x-default" href={view.origin + view.path} />
    </>
  );
}

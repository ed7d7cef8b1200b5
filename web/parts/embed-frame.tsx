import type { ComponentChildren } from "preact";
import { speak } from "../../shared/locales/speak.ts";
import { asset } from "../asset.ts";
import type { View } from "../view.ts";

interface Props {
  view: View;
  title: string;
  islands?: readonly string[];
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** What a page in somebody else's frame has around its content: next to nothing, and nothing of the site's own. */
export function EmbedFrame({ view, title, islands = [], head, children }: Props) {
  const { locale, dir, t } = speak(view.locale);
  return (
    <html lang={locale} dir={dir} class="embed">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${t("coalition.name")}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={asset("site.css")} />
        <link rel="stylesheet" href={asset("embed.css")} />
        {head}
        {islands.map((island) => (
          <script type="module" src={asset(island)} key={island} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}

import { speak } from "../../shared/locales/speak.ts";
import { pathIn } from "../link.ts";
import { sharePictureSize } from "../share-picture.ts";
import type { View } from "../view.ts";

export interface SharedPage {
  view: View;
  title: string;
  description?: string | undefined;
  /** Whose number the picture shows; the coalition's unless said. */
  scope?: string | undefined;
}

const underscored: Record<string, string> = { en: "en_GB" };

/** What a message or a post shows where the page is linked: Open Graph, and the one line that Twitter asks for beside it. */
export function LinkPreview({ view, title, description, scope = "coalition" }: SharedPage) {
  const { t } = speak(view.locale);
  const picture = `${view.origin}/api/counts/${scope}/picture.png?locale=${view.locale}`;
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t("coalition.name")} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={view.origin + pathIn(view.locale, view.path)} />
      <meta property="og:locale" content={underscored[view.locale] ?? view.locale} />
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(sharePictureSize.width)} />
      <meta property="og:image:height" content={String(sharePictureSize.height)} />
      <meta property="og:image:alt" content={t("share.picture", { title })} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

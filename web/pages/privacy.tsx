import { speak } from "../../shared/locales/speak.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { PlainSections } from "../parts/plain-sections.tsx";
import type { View } from "../view.ts";

export function privacyPage({ view }: { view: View }): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.privacy.title")} description={t("page.privacy.lead")}>
      <div class="single">
        <h1>{t("page.privacy.title")}</h1>
        <p class="lead">{t("page.privacy.lead")}</p>
        <PlainSections
          view={view}
          keys={[
            "page.privacy.what",
            "page.privacy.why",
            "page.privacy.who",
            "page.privacy.public",
            "page.privacy.long",
            "page.privacy.rights",
            "page.privacy.site",
          ]}
        />
      </div>
    </Frame>,
  );
}

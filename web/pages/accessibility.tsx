import { speak } from "../../shared/locales/speak.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { PlainSections } from "../parts/plain-sections.tsx";
import type { View } from "../view.ts";

export function accessibilityPage({ view }: { view: View }): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.accessibility.title")} description={t("page.accessibility.lead")}>
      <div class="single">
        <h1>{t("page.accessibility.title")}</h1>
        <p class="lead">{t("page.accessibility.lead")}</p>
        <PlainSections
          view={view}
          keys={["page.accessibility.aim", "page.accessibility.how", "page.accessibility.report"]}
        />
      </div>
    </Frame>,
  );
}

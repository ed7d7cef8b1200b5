import { speak } from "../../shared/locales/speak.ts";
import { document } from "../parts/document.ts";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { Frame } from "../parts/frame.tsx";
import { ProposeForm, proposeFields } from "../parts/propose-form.tsx";
import type { FormView, View } from "../view.ts";

/** The form with which anybody proposes an event. */
export function proposePage({ view, form }: { view: View; form?: FormView | undefined }): string {
  const { t } = speak(view.locale);
  const title = t("page.propose.title");
  return document(
    <Frame
      view={view}
      title={form ? `${t("form.error.prefix")} ${title}` : title}
      description={t("page.propose.lead")}
      islands={["focus.js", "sending.js"]}
    >
      <div class="single">
        <h1>{title}</h1>
        <p class="lead">{t("page.propose.lead")}</p>
        {form && <ErrorSummary view={view} form={form} shown={proposeFields} />}
        <ProposeForm view={view} form={form} />
      </div>
    </Frame>,
  );
}

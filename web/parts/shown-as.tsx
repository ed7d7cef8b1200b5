import { speak } from "../../shared/locales/speak.ts";
import type { SignatureView } from "../signing-view.ts";
import type { View } from "../view.ts";

interface ShownAsProps {
  view: View;
  signature: Pick<SignatureView, "shown" | "comment">;
}

/** What of a signature becomes public, before and after it does. */
export function ShownAs({ view, signature }: ShownAsProps) {
  const { t } = speak(view.locale);
  const { shown, comment } = signature;
  return (
    <dl class="sheet">
      <div>
        <dt>{t("page.signing.shown")}</dt>
        <dd>
          <bdi>{shown ?? t("page.signing.shown.hidden")}</bdi>
        </dd>
      </div>
      {comment && (
        <div>
          <dt>{t("page.signing.comment")}</dt>
          <dd dir="auto">{comment}</dd>
        </div>
      )}
    </dl>
  );
}

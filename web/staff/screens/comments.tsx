import type * as z from "zod";
import type { StaffCommentList } from "../../../shared/contracts/signing-staff.ts";
import { Screen } from "../parts/screen.tsx";
import { ReviewList } from "../reviews/review-list.tsx";
import { momentText, t } from "../texts/texts.ts";

type Comment = z.infer<typeof StaffCommentList>["items"][number];

/** Comments of signatories that wait to be shown. */
export function CommentsScreen() {
  return (
    <Screen title={t("comments.title")} lead={t("comments.lead")}>
      <ReviewList<Comment>
        path="comments"
        idOf={({ comment }) => comment}
        empty={t("comments.empty")}
        of={["pledge", "statement"]}
        show={({ text, shownName, scope, createdAt, locale }) => (
          <>
            <blockquote class="said-by" dir="auto" lang={locale}>
              {text}
            </blockquote>
            <p class="hint">
              {shownName && (
                <>
                  <bdi>{shownName}</bdi> ·{" "}
                </>
              )}
              {scope} · {momentText(createdAt)}
            </p>
          </>
        )}
      />
    </Screen>
  );
}

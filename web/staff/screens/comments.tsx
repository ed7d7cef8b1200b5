import type * as z from "zod";
import type { StaffCommentList } from "../../../shared/contracts/signing-staff.ts";
import { wordChoices } from "../parts/filters.tsx";
import { Screen } from "../parts/screen.tsx";
import type { Verb } from "../reviews/decide.tsx";
import { ReviewList } from "../reviews/review-list.tsx";
import { momentText, t } from "../texts/texts.ts";

type Comment = z.infer<typeof StaffCommentList>["items"][number];

/** Comments of signatories: those that wait, and those that were let through or not. */
export function CommentsScreen() {
  return (
    <Screen title={t("comments.title")} lead={t("comments.lead")}>
      <ReviewList<Comment>
        path="comments"
        idOf={({ comment }) => comment}
        empty={t("comments.empty")}
        of="pledge"
        filters={[
          { name: "words", label: t("review.words"), text: true },
          {
            name: "state",
            label: t("field.state"),
            choices: wordChoices("comments.state", ["submitted", "approved", "declined"]),
            standard: "submitted",
          },
        ]}
        verbsOf={({ state }) => verbs()[state]}
        fromOf={({ state }) => state}
        show={({ text, shownName, scope, createdAt, locale }, titleOfScope) => (
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
              <bdi>{titleOfScope(scope)}</bdi> · {momentText(createdAt)}
            </p>
          </>
        )}
      />
    </Screen>
  );
}

/** What can be done to a comment, by how it stands. */
function verbs(): Record<Comment["state"], Verb[]> {
  return {
    submitted: [
      { decision: "approved", text: t("decide.approved"), said: t("review.approved") },
      { decision: "declined", text: t("decide.declined"), said: t("comments.declined") },
    ],
    approved: [
      {
        decision: "declined",
        text: t("comments.take-down"),
        said: t("comments.taken-down"),
        asks: { title: t("comments.take-down.ask"), text: t("comments.take-down.text"), isGrave: true },
      },
    ],
    declined: [
      {
        decision: "approved",
        text: t("comments.show-after-all"),
        said: t("comments.shown-after-all"),
        asks: { title: t("comments.show-after-all.ask"), text: t("comments.show-after-all.text") },
      },
    ],
  };
}

import type { Problem } from "../../../shared/contracts/problem.ts";
import { t, wordText } from "../texts/texts.ts";

/** What is wrong with what was asked for, field by field. */
function fieldTexts({ errors = [] }: Problem): string[] {
  return errors.map(({ reason, limit = 0 }) =>
    wordText("field-problem", reason, reason.replaceAll("-", " "), { limit }),
  );
}

export function problemText({ type, instance }: Problem): string {
  if (type === "internal-error") return t("problem.internal-error", { id: instance ?? "–" });
  return wordText("problem", type, t("problem.other", { word: type }));
}

/** Instead of what could not be shown. */
export function ProblemBox({ problem, again }: { problem: Problem; again?: () => void }) {
  const canHelp = again && !["not-allowed", "not-found"].includes(problem.type);
  return (
    <div class="notice" role="alert">
      <h2>{wordText("refused", problem.type, t("problem.title"))}</h2>
      <p>{problemText(problem)}</p>
      {fieldTexts(problem).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="actions">
        {canHelp && (
          <button type="button" onClick={again}>
            {t("list.again")}
          </button>
        )}
        <a href="/staff">{t("problem.back")}</a>
      </p>
    </div>
  );
}

import { speak } from "../../shared/locales/speak.ts";
import type { FieldProblemView, FormView, View } from "../view.ts";
import { problemText, summaryText } from "../words.ts";
import { idOf } from "./field.tsx";

/**
 * All that is wrong, before the form, each with a link to its field. The page jumps to it without script: the form
 * posts to `#problems`. `shown` are the names of the fields that the form has, in their order; others are said behind them, without a link.
 */
export function ErrorSummary({
  view,
  form,
  shown,
}: {
  view: View;
  form: FormView;
  shown: readonly string[];
}) {
  const speech = speak(view.locale);
  const whole =
    form.word === undefined || form.word === "invalid-request" ? undefined : problemText(speech, form.word);
  if (!whole && form.problems.length === 0) return null;
  const problems = form.problems.toSorted((a, b) => placeOf(a, shown) - placeOf(b, shown));
  const heading = whole?.title ?? speech.t("form.error.title", { n: form.problems.length });
  return (
    <div
      class="error-summary"
      id="problems"
      role="alert"
      aria-labelledby="problems-title"
      tabIndex={-1}
      data-focus
    >
      <h2 id="problems-title">{heading}</h2>
      {whole && <p>{whole.text}</p>}
      {form.problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem.field}>
              {shown.includes(problem.field) ? (
                <a href={`#${idOf(problem.field)}`}>{summaryText(speech, problem)}</a>
              ) : (
                summaryText(speech, problem)
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function placeOf({ field }: FieldProblemView, shown: readonly string[]): number {
  return shown.includes(field) ? shown.indexOf(field) : shown.length;
}

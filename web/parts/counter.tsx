import { type Locale, remembered, speak } from "../../shared/locales/speak.ts";
import type { CountView, View } from "../view.ts";

/**
 * The big number and the way to the goal. The counter island refreshes what carries `data-figure`; the label agrees
 * with every number, so that a refreshed one never makes wrong grammar.
 */
export function Counter({ view, count }: { view: View; count: CountView }) {
  const { t, number, locale } = speak(view.locale);
  return (
    <div class="counter" data-scope={count.scope} data-locale={locale}>
      <p class="counter-figure">
        <strong data-figure="people">{number(count.people)}</strong>
        <span class="counter-label" data-label>
          {t("count.people")}
        </span>
      </p>
      {count.goal !== null && <Goal view={view} people={count.people} goal={count.goal} />}
      <Age view={view} />
      <p class="unseen" role="status" data-announce />
    </div>
  );
}

/** The island says in it how old the number is, where it has not been able to get a newer one. */
function Age({ view }: { view: View }) {
  const [before, after] = speak(view.locale).t("count.stale", { ago: "\n" }).split("\n");
  return (
    <p class="counter-age" data-stale hidden>
      {before}
      <bdi data-ago />
      {after}
    </p>
  );
}

function Goal({ view, people, goal }: { view: View; people: number; goal: number }) {
  const { t, number, locale } = speak(view.locale);
  const named = number(goal);
  // The share stands alone in its element, wherever a language puts it, so that the island can refresh it.
  const [before, after] = t("count.of-goal", { share: "\n", goal: named }).split("\n");
  return (
    <p class="goal">
      <progress value={Math.min(people, goal)} max={goal} aria-label={t("count.progress", { goal: named })} />
      <span class="goal-text">
        {before}
        <bdi data-share>{shares(locale).format(people / goal)}</bdi>
        {after}
      </span>
    </p>
  );
}

/** Small shares keep their digits: a thousand of a million is 0.1 %, not nothing. */
const shares = remembered(
  (locale: Locale) => new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 }),
);

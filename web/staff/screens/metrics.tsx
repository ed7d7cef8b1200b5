import { useEffect, useState } from "preact/hooks";
import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { useAsked } from "../console-context.ts";
import { Files } from "../metrics/files.tsx";
import { MetricsFilters } from "../metrics/metrics-filters.tsx";
import { MetricsView } from "../metrics/metrics-view.tsx";
import { sayIn } from "../metrics/say.ts";
import { ProblemBox } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { usePlace } from "../place.ts";
import { currentLanguage, t } from "../texts/texts.ts";

/** How campaigns, mails, members and events are doing in a time that staff choose. */
export function MetricsScreen() {
  const { query } = usePlace();
  const { answer, problem, again } = useAsked<Metrics>(`metrics?${query}`);
  const say = sayIn(currentLanguage());
  // What can be chosen stays on the screen while figures come, and where what was chosen is refused.
  const [known, setKnown] = useState<Metrics>();
  useEffect(() => {
    if (answer) setKnown(answer);
  }, [answer]);
  const choices = answer ?? known;
  return (
    <Screen title={say.t("title")} lead={say.t("lead")}>
      {choices && <MetricsFilters say={say} metrics={choices} />}
      {problem && <ProblemBox problem={problem} again={again} />}
      {!problem && !answer && (
        <p class="waiting" role="status">
          {t("console.loading")}
        </p>
      )}
      {answer && (
        <>
          <MetricsView say={say} metrics={answer} />
          <Files say={say} metrics={answer} />
        </>
      )}
    </Screen>
  );
}

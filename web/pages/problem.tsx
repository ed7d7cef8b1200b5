import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";
import { problemText } from "../words.ts";

export interface ProblemPageProps {
  view: View;
  /** A refusal's word, or `internal-error`; an unknown one is shown as that. */
  word: string;
  /** The HTTP status. */
  status: number;
  requestId?: string | undefined;
}

export function problemPage({ view, word, status, requestId }: ProblemPageProps): string {
  const speech = speak(view.locale);
  const { title, text } = problemText(speech, word);
  return document(
    <Frame view={view} title={title} personal>
      <div class="single">
        <p class="status-code">{status}</p>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p class="actions">
          <a class="button" href={to(view, "/")}>
            {speech.t("problem.home")}
          </a>
          <a href={to(view, "/events")}>{speech.t("problem.events")}</a>
        </p>
        {requestId && status >= 500 && (
          <p class="hint">{speech.t("problem.request-id", { id: requestId })}</p>
        )}
      </div>
    </Frame>,
  );
}

import type { EventState } from "../../shared/domain/event-states.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

export interface ProposalPageProps {
  view: View;
  token: string;
  title: string;
  slug: string;
  state: EventState;
}

/** What the link of a proposal shows. Reading it changes nothing: the button posts. */
export function proposalPage({ view, token, title, slug, state }: ProposalPageProps): string {
  const { t } = speak(view.locale);
  const shown = state === "unverified" || state === "submitted" || state === "published" ? state : "decided";
  const heading = t(`page.proposal.${shown}.title`);
  return document(
    <Frame view={view} title={heading} personal>
      <div class="single">
        <h1>{heading}</h1>
        <p class="lead">{t(`page.proposal.${shown}.lead`, { title })}</p>
        {shown === "unverified" && (
          <form method="post" action={to(view, `/confirm/${token}`)}>
            <button class="button-large" type="submit">
              {t("page.proposal.unverified.action")}
            </button>
          </form>
        )}
        {shown === "published" && (
          <p>
            <a class="button" href={to(view, `/events/${slug}`)}>
              {t("page.proposal.see")}
            </a>
          </p>
        )}
        {shown !== "unverified" && (
          <p>
            <a href={to(view, "/events")}>{t("problem.events")}</a>
          </p>
        )}
      </div>
    </Frame>,
  );
}

import type { ComponentChildren } from "preact";
import type { ParticipationState } from "../../shared/domain/participation-states.ts";
import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { calendarIn, to } from "../link.ts";
import { Counter } from "../parts/counter.tsx";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { CountView, View } from "../view.ts";

export interface ConfirmPageProps {
  view: View;
  token: string;
  /** Of the action that the link is for. */
  title: string;
  state: ParticipationState;
  /** The path of the action's page, such as `/events/encryption-workshop`. */
  actionPath: string;
  /** The action's count, once confirmed. */
  count?: CountView | undefined;
  /** Whether this participation stands in the count already; while not, the page asks again without script too. */
  counted?: boolean | undefined;
  /** The path of the calendar file, for events. */
  calendar?: string | undefined;
  /** The token of the manage link, once confirmed. */
  manageToken?: string | undefined;
}

type Shown = "pending" | "done" | "waitlisted" | "offered" | "held" | "withdrawn" | "expired";

const shownAs: Record<ParticipationState, Shown> = {
  pending: "pending",
  confirmed: "done",
  attended: "done",
  kept: "done",
  waitlisted: "waitlisted",
  offered: "offered",
  held: "held",
  withdrawn: "withdrawn",
  expired: "expired",
};

/** What a confirmation link shows. Reading it changes nothing: the button posts. */
export function confirmPage(props: ConfirmPageProps): string {
  const { view, title, state } = props;
  const { t } = speak(view.locale);
  const shown = shownAs[state];
  const heading = t(`page.confirm.${shown}.title`);
  const counting = shown === "done" && props.counted === false;
  return document(
    <Frame
      view={view}
      title={heading}
      personal
      islands={shown === "done" ? ["counter.js"] : []}
      head={
        counting && (
          <noscript>
            <meta http-equiv="refresh" content="2" />
          </noscript>
        )
      }
    >
      <div class="single">
        <h1>{heading}</h1>
        <p class="lead">{t(`page.confirm.${shown}.lead`, { title })}</p>
        {next[shown](props)}
      </div>
    </Frame>,
  );
}

/** What can be done next, for each thing that a link may show. */
const next: Record<Shown, (props: ConfirmPageProps) => ComponentChildren> = {
  pending: (props) => (
    <>
      <Press {...props} text="page.confirm.pending.action" />
      <p class="hint">{speak(props.view.locale).t("page.confirm.pending.not-you")}</p>
    </>
  ),
  offered: (props) => <Press {...props} text="page.confirm.offered.action" />,
  done: (props) => <Done {...props} />,
  waitlisted: (props) => <Elsewhere {...props} />,
  held: (props) => <Elsewhere {...props} />,
  withdrawn: (props) => <Again {...props} />,
  expired: (props) => <Again {...props} />,
};

function Press({ view, token, text }: ConfirmPageProps & { text: TextKey }) {
  return (
    <form method="post" action={to(view, `/confirm/${token}`)}>
      <button class="button-large" type="submit">
        {speak(view.locale).t(text)}
      </button>
    </form>
  );
}

function Again({ view, actionPath }: ConfirmPageProps) {
  return (
    <p>
      <a class="button" href={to(view, actionPath)}>
        {speak(view.locale).t("page.confirm.again")}
      </a>
    </p>
  );
}

function Elsewhere({ view }: ConfirmPageProps) {
  return (
    <p>
      <a href={to(view, "/events")}>{speak(view.locale).t("problem.events")}</a>
    </p>
  );
}

function Done({ view, count, counted, calendar, manageToken }: ConfirmPageProps) {
  const { t } = speak(view.locale);
  return (
    <>
      {count && (
        <div class="panel">
          <Counter view={view} count={count} />
          {counted === false && <p class="counting">{t("page.confirm.done.counting")}</p>}
        </div>
      )}
      <p class="actions">
        {calendar && (
          <a class="button" href={calendarIn(view, calendar)}>
            {t("page.confirm.calendar")}
          </a>
        )}
        {manageToken && <a href={to(view, `/manage/${manageToken}`)}>{t("page.confirm.manage")}</a>}
      </p>
    </>
  );
}

import type { ComponentChildren } from "preact";
import type { ParticipationState } from "../../shared/domain/participation-states.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { Next, Share } from "../parts/share.tsx";
import { ShownAs } from "../parts/shown-as.tsx";
import { SignedText } from "../parts/signed-text.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import type { SignatureView, TextLink } from "../signing-view.ts";
import type { View } from "../view.ts";

export interface SignConfirmPageProps {
  view: View;
  token: string;
  signature: Omit<SignatureView, "text">;
  /** What the button signs, and what will be public with it; only while there is something to confirm. */
  signing?: (Pick<SignatureView, "text" | "shown" | "comment"> & { link: TextLink }) | undefined;
  /** Whether it stands in the count already; while not, the page asks again without script too. */
  counted?: boolean | undefined;
  manageToken?: string | undefined;
  /** Whether whoever signed for an organization could show that they speak for it. */
  isToProve?: boolean | undefined;
  /** Whether signing has ended: what was not confirmed then counts no more. */
  isClosed?: boolean | undefined;
}

type Shown = "pending" | "done" | "held" | "withdrawn" | "expired" | "closed";

const shownAs: Partial<Record<ParticipationState, Shown>> = {
  pending: "pending",
  confirmed: "done",
  kept: "done",
  held: "held",
  withdrawn: "withdrawn",
};

function shownIn(state: ParticipationState, isClosed = false): Shown {
  const shown = shownAs[state] ?? "expired";
  return isClosed && ["pending", "expired"].includes(shown) ? "closed" : shown;
}

/** What the link to confirm a signature shows: what is signed, and what will be public. The button posts. */
export function signConfirmPage(props: SignConfirmPageProps): string {
  const { view, signature, counted } = props;
  const { t } = speak(view.locale);
  const shown = shownIn(signature.state, props.isClosed);
  const heading = t(`page.signing.${shown}.title`);
  const refresh = (
    <noscript>
      <meta http-equiv="refresh" content="2" />
    </noscript>
  );
  return document(
    <Frame
      view={view}
      title={heading}
      personal
      islands={shown === "done" ? ["share.js"] : []}
      head={
        <>
          <SigningSheet />
          {shown === "done" && !counted && refresh}
        </>
      }
    >
      <div class="single">
        <h1>{heading}</h1>
        <p class="lead">{t(`page.signing.${shown}.lead`, { title: signature.title })}</p>
        {next[shown](props)}
      </div>
    </Frame>,
  );
}

const next: Record<Shown, (props: SignConfirmPageProps) => ComponentChildren> = {
  pending: (props) => <Pending {...props} />,
  done: ({ view, signature, counted, manageToken }) => (
    <>
      {!counted && <p class="counting">{speak(view.locale).t("page.signing.done.counting")}</p>}
      <Share view={view} signature={signature} />
      {manageToken && (
        <p>
          <a href={to(view, `/manage/${manageToken}`)}>{speak(view.locale).t("page.signing.manage")}</a>
        </p>
      )}
      <Next view={view} />
    </>
  ),
  held: ({ view, manageToken, isToProve }) => (
    <>
      {isToProve && manageToken && (
        <p>
          <a class="button" href={to(view, `/manage/${manageToken}`)}>
            {speak(view.locale).t("page.member-manage.proof")}
          </a>
        </p>
      )}
      <p>
        <a href={to(view, "/join")}>{speak(view.locale).t("page.signing.held.join")}</a>
      </p>
    </>
  ),
  withdrawn: (props) => <Again {...props} />,
  expired: (props) => <Again {...props} />,
  closed: ({ view, signature }) => (
    <p>
      <a href={to(view, `/${signature.kind}s/${signature.slug}`)}>{signature.title}</a>
    </p>
  ),
};

function Pending({ view, token, signing }: SignConfirmPageProps) {
  const { t } = speak(view.locale);
  return (
    <>
      {signing && (
        <>
          <h2>{t("page.signing.what")}</h2>
          <SignedText view={view} text={{ ...signing.link, text: signing.text }} />
          <ShownAs view={view} signature={signing} />
        </>
      )}
      <form method="post" action={to(view, `/confirm/${token}`)}>
        <button class="button-large" type="submit">
          {t("page.signing.pending.action")}
        </button>
      </form>
      <p class="hint">{t("page.signing.pending.not-you")}</p>
    </>
  );
}

function Again({ view, signature }: SignConfirmPageProps) {
  return (
    <p>
      <a class="button" href={to(view, `/${signature.kind}s/${signature.slug}`)}>
        {speak(view.locale).t("page.signing.again")}
      </a>
    </p>
  );
}

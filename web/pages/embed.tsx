import { speak } from "../../shared/locales/speak.ts";
import { asset } from "../asset.ts";
import { newTab, to } from "../link.ts";
import { Counter } from "../parts/counter.tsx";
import { document } from "../parts/document.ts";
import { EmbedFrame } from "../parts/embed-frame.tsx";
import { RegisterForm } from "../parts/register-form.tsx";
import { SignForm } from "../parts/sign-form.tsx";
import { SignedText } from "../parts/signed-text.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import type { SignableView, TextView } from "../signing-view.ts";
import type { CountView, EventView, FormPlace, FormView, View } from "../view.ts";
import { problemText } from "../words.ts";

/** What stands in frames of other sites. Its links open in a tab of their own: no other page of ours may be framed. */

export interface EmbedCounterProps {
  view: View;
  title: string;
  /** The path of the page that the number is of, without a language in front. */
  path: string;
  count: CountView;
}

/** A number that moves while one looks at it. */
export function embedCounterPage({ view, title, path, count }: EmbedCounterProps): string {
  return document(
    <EmbedFrame view={view} title={title} islands={["counter.js"]}>
      <main class="embed-counter">
        <h1>
          <a href={to(view, path)} {...newTab}>
            <bdi>{title}</bdi>
          </a>
        </h1>
        <Counter view={view} count={count} />
        <p class="embed-from">{speak(view.locale).t("coalition.name")}</p>
      </main>
    </EmbedFrame>,
  );
}

/** What a frame can take a signup for: an event, or a text and what signs that very text. */
export type EmbeddedAction =
  | { kind: "event"; event: EventView }
  | { kind: "signable"; item: SignableView; text: TextView };

export interface EmbedFormProps {
  view: View;
  action: EmbeddedAction;
  place: FormPlace;
  form?: FormView | undefined;
}

/** The form of an event, a pledge or a statement. */
export function embedFormPage({ view, action, place, form }: EmbedFormProps): string {
  return action.kind === "event"
    ? registerPage({ view, event: action.event, place, form })
    : signPage({ view, item: action.item, text: action.text, place, form });
}

const formIslands = ["focus.js", "frame-height.js", "seen.js", "sending.js"];

type Placed = Pick<EmbedFormProps, "view" | "place" | "form">;

function registerPage({ view, event, ...placed }: Placed & { event: EventView }): string {
  return document(
    <EmbedFrame view={view} title={event.title} islands={formIslands}>
      <main class="embed-form">
        <Heading view={view} title={event.title} path={`/events/${event.slug}`} />
        {event.status === "open" ? (
          <>
            <p>{speak(view.locale).t("page.event.register.lead")}</p>
            <RegisterForm view={view} event={event} {...placed} />
          </>
        ) : (
          <Closed view={view} status={event.status} />
        )}
      </main>
    </EmbedFrame>,
  );
}

function signPage({ view, item, text, ...placed }: Placed & { item: SignableView; text: TextView }): string {
  return document(
    <EmbedFrame view={view} title={item.title} islands={formIslands} head={<SigningSheet />}>
      <main class="embed-form">
        <Heading view={view} title={item.title} path={`/${item.kind}s/${item.slug}`} />
        <SignedText view={view} text={text} framed />
        {item.status === "open" ? (
          <SignForm view={view} item={item} text={text} {...placed} />
        ) : (
          <Closed view={view} status={item.status} />
        )}
      </main>
    </EmbedFrame>,
  );
}

function Heading({ view, title, path }: { view: View; title: string; path: string }) {
  return (
    <>
      <p class="embed-from">{speak(view.locale).t("coalition.name")}</p>
      <h1>
        <a href={to(view, path)} {...newTab}>
          <bdi>{title}</bdi>
        </a>
      </h1>
    </>
  );
}

function Closed({ view, status }: { view: View; status: string }) {
  const { title, text } = problemText(speak(view.locale), `action-${status}`);
  return (
    <div class="notice">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

/** What every signup in a frame leads to. */
export function embedSentPage({ view }: { view: View }): string {
  const { t } = speak(view.locale);
  return document(
    <EmbedFrame view={view} title={t("page.check-your-mail.title")} islands={["frame-height.js"]}>
      <main class="embed-form">
        <img class="picture" src={asset("letter.svg")} alt="" width="148" height="102" />
        <h1>{t("page.check-your-mail.title")}</h1>
        <p class="lead">{t("page.check-your-mail.lead")}</p>
        <ul>
          <li>{t("page.check-your-mail.wait")}</li>
          <li>{t("page.check-your-mail.spam")}</li>
        </ul>
      </main>
    </EmbedFrame>,
  );
}

/** A problem, where the frame would else stay empty. */
export function embedProblemPage({ view, word }: { view: View; word: string }): string {
  const speech = speak(view.locale);
  const { title, text } = problemText(speech, word);
  return document(
    <EmbedFrame view={view} title={title} islands={["frame-height.js"]}>
      <main class="embed-form">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={to(view, "/")} {...newTab}>
            {speech.t("coalition.name")}
          </a>
        </p>
      </main>
    </EmbedFrame>,
  );
}

import type { ParticipationState } from "../../shared/domain/participation-states.ts";
import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { EraseOffer } from "../parts/erase-offer.tsx";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

/** The verbs that people may do by their own link. */
export type ManageVerb = "withdraw" | "accept" | "pass" | "keep" | "unkeep";

/** What we hold. Moments are ISO in UTC; what was not given is left out. */
export interface ManageFacts {
  /** As a person would read it, punycode undone. */
  email?: string | undefined;
  name?: string | undefined;
  country?: string | undefined;
  timeZone?: string | undefined;
  locale?: string | undefined;
  updates?: boolean | undefined;
  registeredAt?: string | undefined;
  confirmedAt?: string | undefined;
}

export interface ManagePageProps {
  view: View;
  token: string;
  title: string;
  /** The slug of the event that it is of. */
  event?: string | undefined;
  state: ParticipationState;
  verbs: readonly ManageVerb[];
  /** Where the event is joined online, for those who are registered. */
  joinLink?: string | undefined;
  /** Of the ticket to show at the door, where there is one. */
  ticketToken?: string | undefined;
  /** The verb that `?ask=` names: the page then asks whether it is really meant. */
  asking?: ManageVerb | undefined;
  facts: ManageFacts;
  /** Which mails the person wants; left out where nothing can be chosen. */
  preferences?: { news: boolean; reminders: boolean } | undefined;
}

/** What cannot be undone by one more press asks first. */
const asksFirst: ReadonlySet<ManageVerb> = new Set(["withdraw"]);

export function managePage(props: ManagePageProps): string {
  const { view, title, state, asking, verbs } = props;
  const { t } = speak(view.locale);
  if (asking === "withdraw" && verbs.includes(asking)) return askPage(props);
  return document(
    <Frame view={view} title={t("page.manage.title")} personal>
      <div class="single">
        <h1>{t("page.manage.title")}</h1>
        {state === "withdrawn" && (
          <p class="notice" role="status">
            {t("page.manage.withdrawn")}
          </p>
        )}
        <p class="lead">{t("page.manage.lead", { title })}</p>
        {props.ticketToken && (
          <p>
            <a class="button" href={to(view, `/ticket/${props.ticketToken}`)}>
              {t("page.ticket.title")}
            </a>
          </p>
        )}
        {props.joinLink && (
          <p>
            <a class="button" href={props.joinLink} rel="noopener">
              {t("mail.reminder.join")}
            </a>
          </p>
        )}
        <Facts {...props} />
        <h2>{t("page.manage.verbs")}</h2>
        {verbs.length === 0 &&
          (state === "withdrawn" ? <Onward {...props} /> : <p>{t("page.manage.none")}</p>)}
        {verbs.map((verb) => (
          <Verb {...props} verb={verb} key={verb} />
        ))}
        <Preferences {...props} />
        <EraseOffer view={view} token={props.token} />
      </div>
    </Frame>,
  );
}

function askPage({ view, token, title }: ManagePageProps): string {
  const { t } = speak(view.locale);
  return document(
    <Frame view={view} title={t("page.manage.ask.withdraw.title")} personal>
      <div class="single">
        <h1>{t("page.manage.ask.withdraw.title")}</h1>
        <p class="lead">{t("page.manage.ask.withdraw.text", { title })}</p>
        <form class="actions" method="post" action={to(view, `/manage/${token}/withdraw`)}>
          <button class="button-grave" type="submit">
            {t("page.manage.ask.withdraw.yes")}
          </button>
          <a href={to(view, `/manage/${token}`)}>{t("page.manage.ask.back")}</a>
        </form>
      </div>
    </Frame>,
  );
}

/** To where somebody who thinks better of it registers again. */
function Onward({ view, event }: ManagePageProps) {
  const { t } = speak(view.locale);
  return (
    <>
      {event && (
        <p>
          <a href={to(view, `/events/${event}`)}>{t("page.proposal.see")}</a>
        </p>
      )}
      <p>
        <a href={to(view, "/events")}>{t("problem.events")}</a>
      </p>
    </>
  );
}

function Preferences({ view, token, preferences }: ManagePageProps) {
  const { t } = speak(view.locale);
  if (!preferences) return null;
  return (
    <form class="form" method="post" action={to(view, `/manage/${token}/prefer`)}>
      <fieldset class="field">
        <legend>
          <h2>{t("page.manage.mails")}</h2>
        </legend>
        {(["news", "reminders"] as const).map((purpose) => (
          <div class="field tick" key={purpose}>
            <input
              type="checkbox"
              id={purpose}
              name={`consent.${purpose}`}
              value="on"
              checked={preferences[purpose]}
            />
            <label for={purpose}>{t(`page.manage.mails.${purpose}`)}</label>
          </div>
        ))}
      </fieldset>
      <p>
        <button class="button-quiet" type="submit">
          {t("page.manage.mails.save")}
        </button>
      </p>
    </form>
  );
}

function Verb({ view, token, verb }: ManagePageProps & { verb: ManageVerb }) {
  const text = speak(view.locale).t(`page.manage.verb.${verb}`);
  const path = to(view, `/manage/${token}`);
  if (asksFirst.has(verb)) {
    return (
      <p>
        <a class="button-quiet" href={`${path}?ask=${verb}`}>
          {text}
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={`${path}/${verb}`}>
      <button class={verb === "pass" ? "button-quiet" : undefined} type="submit">
        {text}
      </button>
    </form>
  );
}

function Facts({ view, state, facts }: ManagePageProps) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="held">
      <h2 id="held">{t("page.manage.facts")}</h2>
      <dl class="sheet">
        {rowsOf(view, state, facts).map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <bdi>{value ?? t("page.manage.fact.none")}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function rowsOf(view: View, state: ParticipationState, facts: ManageFacts): [TextKey, string | undefined][] {
  const { t, day, country, language } = speak(view.locale);
  return [
    ["page.manage.fact.state", t(`page.manage.state.${state}`)],
    ["page.manage.fact.email", facts.email],
    ["page.manage.fact.name", facts.name],
    ["page.manage.fact.country", facts.country && country(facts.country)],
    ["page.manage.fact.time-zone", facts.timeZone],
    ["page.manage.fact.locale", facts.locale && language(facts.locale)],
    ["page.manage.fact.updates", t(facts.updates ? "page.manage.yes" : "page.manage.no")],
    ["page.manage.fact.registered", facts.registeredAt && day(facts.registeredAt)],
    ["page.manage.fact.confirmed", facts.confirmedAt && day(facts.confirmedAt)],
  ];
}

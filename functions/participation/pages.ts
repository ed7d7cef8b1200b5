import { addressForPeople } from "../../shared/domain/email-address.ts";
import { linkToken } from "../../shared/domain/link-token.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import { ActionClosed, InvalidRequest, type Refused, UnknownScope } from "../../shared/domain/refused.ts";
import { type ActionScope, kindOf, slugOf } from "../../shared/domain/scope.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { lastingUntil } from "../../shared/mail/links.ts";
import { headlineOf } from "../../shared/table/counts.ts";
import { keptBriefly } from "../../shared/table/kept-briefly.ts";
import { mailingsOf } from "../../shared/table/mailing.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Event, ScopeItem } from "../../shared/table/scope.ts";
import { campaignView, eventView, textIn } from "../../shared/table/views.ts";
import { confirmPage } from "../../web/pages/confirm.tsx";
import { eventPage } from "../../web/pages/event.tsx";
import { managePage } from "../../web/pages/manage.tsx";
import { proposalPage } from "../../web/pages/proposal.tsx";
import type { FormView, View } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import type { Problem, Route } from "../edge/chain.ts";
import { formAgain } from "../edge/form-again.ts";
import { formOrProblem, pageOfProblem, problemReplyPage, viewOf } from "../edge/problem-page.ts";
import { html, type Reply } from "../edge/reply.ts";
import { linkOf, type Surroundings } from "../edge/surroundings.ts";
import { linkedAndCounted, linkedParticipation } from "./linked.ts";
import { isOwnVerb, verbsIn } from "./manage.ts";
import { preferencesOf } from "./preferences.ts";
import { isProposal, linkedProposal } from "./proposal.ts";
import { knownEvent } from "./register.ts";

/**
 * Whoever has just confirmed is not in the count yet: what each of thousands sees then is read once a second by each worker.
 * Who looks again, a moment later, finds themselves in it.
 */
const countKeptMs = 1_000;

/** The page of a link to confirm: shows, and changes nothing, since mail scanners follow links too. */
export function confirmRoute(surroundings: Surroundings): Route {
  const { table, clock, scope: detailsOf } = surroundings;
  const countNow = async (scope: ActionScope) =>
    headlineOf(table, { scope, details: await detailsOf(scope) }, clock());
  const countOfLate = keptBriefly(countKeptMs, countNow);
  return {
    async handle(asked) {
      const now = surroundings.clock();
      const link = await linkOf(surroundings, asked.params.token, ["confirm"]);
      if (isProposal(link)) {
        const event = await linkedProposal(surroundings.table, link);
        return html(200, proposalPage(proposalShown(viewOf(surroundings, asked), asked, event)));
      }
      const { participation, counted } = await linkedAndCounted(surroundings.table, link, now);
      const details = await surroundings.scope(participation.scope);
      const view = viewOf(surroundings, asked);
      const body = confirmPage({
        view,
        token: asked.params.token ?? "",
        title: details ? textIn(details.title, view.locale) : participation.scope,
        state: participation.state,
        actionPath: `/${kindOf(participation.scope)}s/${slugOf(participation.scope)}`,
        ...(details?.kind === "event" && { calendar: `/api/events/${details.slug}.ics` }),
        ...(counts(participation.state) && {
          counted,
          count: await (counted ? countNow : countOfLate)(participation.scope),
          manageToken: await manageToken(surroundings, participation),
        }),
      });
      return html(200, body);
    },
    show: (asked, problem) => problemReplyPage(surroundings, asked, problem),
  };
}

function proposalShown(view: View, asked: Asked, { title, slug, state }: Event) {
  return { view, token: asked.params.token ?? "", title: textIn(title, view.locale), slug, state };
}

/** The same link that the mail holds: who has the one to confirm has shown that the address is theirs. */
export async function manageToken(
  { linkSecret }: Surroundings,
  participation: Participation,
): Promise<string> {
  const { person, scope, generation, createdAt } = participation;
  const link = {
    purpose: "manage",
    person,
    subject: scope,
    generation,
    expires: lastingUntil(createdAt),
  } as const;
  return linkToken(link, await linkSecret());
}

export function manageRoute(surroundings: Surroundings): Route {
  return {
    async handle(asked) {
      const link = await linkOf(surroundings, asked.params.token, ["manage"]);
      const participation = await linkedParticipation(surroundings.table, link, surroundings.clock());
      const details = await surroundings.scope(participation.scope);
      const view = viewOf(surroundings, asked);
      const { ask } = asked.query;
      const body = managePage({
        view,
        token: asked.params.token ?? "",
        title: details ? textIn(details.title, view.locale) : participation.scope,
        ...(details?.kind === "event" && { event: details.slug }),
        state: participation.state,
        verbs: verbsIn(participation.state, participation.scope),
        ...(await forRegistered(surroundings, participation, details)),
        ...(ask !== undefined && isOwnVerb(ask) && { asking: ask }),
        ...(await heldAbout(surroundings, participation)),
      });
      return html(200, body);
    },
    show: (asked, problem) => problemReplyPage(surroundings, asked, problem),
  };
}

/** What only those who are registered see: the link to join, and a ticket where there is a door. */
async function forRegistered(
  { linkSecret }: Surroundings,
  { state, person, scope, generation, createdAt }: Participation,
  details: ScopeItem | undefined,
) {
  if (!counts(state) || details?.kind !== "event") return {};
  const { joinLink, place } = details;
  const expires = lastingUntil(createdAt);
  const link = { purpose: "ticket", person, subject: scope, generation, expires } as const;
  return { joinLink, ...(place && { ticketToken: linkToken(link, await linkSecret()) }) };
}

/** All that is held about whoever has the link: it stands in mails to their own address only. */
async function heldAbout({ table }: Surroundings, participation: Participation) {
  const { person: hash, scope, country, timeZone, locale, createdAt, confirmedAt } = participation;
  const [held] = await mailingsOf(table, [{ person: hash, subject: scope }]);
  const preferences = preferencesOf(participation, held?.suppression);
  return {
    preferences,
    facts: {
      ...{ country, timeZone, locale, confirmedAt, registeredAt: createdAt, updates: preferences.news },
      email: held?.person && addressForPeople(held.person.email),
      name: held?.person?.names[scope],
    },
  };
}

/** The form again, with what was typed and a message at each field at fault; a problem page where there is no form. */
export async function eventFormAgain(
  surroundings: Surroundings,
  asked: Asked,
  refused: { problem: Problem; refusal: Refused | undefined; locale: Locale },
): Promise<Reply> {
  const { problem, refusal, locale } = refused;
  const path = `/events/${asked.params.slug ?? ""}`;
  const view: View = { locale, path, origin: surroundings.origin };
  const hasForm = !refusal || refusal instanceof InvalidRequest || refusal instanceof ActionClosed;
  if (!hasForm) return html(problem.status, pageOfProblem(view, problem));
  return formOrProblem(view, problem, async () => {
    const event = await knownEvent(surroundings, asked.params.slug);
    return eventPageOf(surroundings, event, { view, form: formAgain(asked, refusal) });
  });
}

async function eventPageOf(
  surroundings: Surroundings,
  event: Event,
  { view, form }: { view: View; form: FormView },
): Promise<string> {
  const now = surroundings.clock();
  const campaign = await surroundings.scope(event.campaign);
  if (campaign?.kind !== "campaign") throw new UnknownScope(event.campaign);
  return eventPage({
    view,
    event: eventView(event, view.locale, now),
    campaign: campaignView(campaign, view.locale),
    count: await headlineOf(surroundings.table, { scope: event.scope, details: event }, now),
    form,
  });
}

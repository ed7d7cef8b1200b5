import type * as z from "zod";
import {
  ClosingRequest,
  NewPledge,
  NewStatement,
  PledgeEdit,
  PublishRequest,
  SignablesQuery,
  StatementEdit,
  TextRequest,
  TurnRequest,
} from "../../shared/contracts/signing-staff.ts";
import { InvalidRequest, UnknownVerb } from "../../shared/domain/refused.ts";
import { campaignScope } from "../../shared/domain/scope.ts";
import {
  type SignableState,
  signableStateAt,
  signableStates,
  signableTurns,
} from "../../shared/domain/signable-states.ts";
import { counterOf } from "../../shared/table/counter.ts";
import { holdsWords, readingOn } from "../../shared/table/reading-on.ts";
import type { Signable, SignableKind } from "../../shared/table/scope.ts";
import { scopesPage } from "../../shared/table/scopes-by-state.ts";
import { currentVersion, textsOf } from "../../shared/table/text.ts";
import type { Asked } from "../edge/asked.ts";
import type { Route } from "../edge/chain.ts";
import { check } from "../edge/check.ts";
import { cursorOf, readCursor } from "../edge/cursor.ts";
import { json } from "../edge/reply.ts";
import { type StaffDesk, workOf } from "./staff-desk.ts";
import {
  anySignable,
  create,
  drop,
  edit,
  mustBeAsOpened,
  publish,
  setClosing,
  type Work,
  write,
} from "./staff-texts.ts";
import { turn } from "./staff-turns.ts";

/** What organizers do to pledges, or to statements; reviewers may read along. */
export function writingRoutes(desk: StaffDesk, kind: SignableKind) {
  return {
    list: list(desk, kind),
    create: creating(desk, kind),
    file: file(desk, kind),
    edit: acting(desk, kind, kind === "pledge" ? PledgeEdit : StatementEdit, (work, before, wanted) => {
      const { version, ...changes } = wanted;
      mustBeAsOpened(before, version);
      return edit(work, before, changes);
    }),
    write: writing(desk, kind),
    drop: dropping(desk, kind),
    publish: acting(desk, kind, PublishRequest, (work, before, wanted) => {
      mustBeAsOpened(before, wanted.version);
      return publish(work, before, wanted);
    }),
    close: acting(desk, kind, ClosingRequest, setClosing),
    turn: turning(desk, kind),
  };
}

function list(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const { table, now } = workOf(desk, asked, "organizer", "reviewer");
      const { cursor, ...wanted } = check(SignablesQuery, asked.query);
      const states = listsWith(wanted.state);
      const { items, next } = await readingOn(
        (after) => scopesPage(table, { kind, states }, after),
        (item) => isWanted(item, wanted, now),
        readCursor(cursor, kind),
      );
      return json(200, { items: items.map(staffView), next: cursorOf(next, kind) });
    },
  };
}

/** The lists in which those of a state stand: one whose closing date has passed may still be among the published. */
function listsWith(state: SignableState | undefined): readonly SignableState[] {
  if (state === undefined) return signableStates;
  return state === "closed" ? ["published", "closed"] : [state];
}

function isWanted(
  item: Signable,
  { state, title, campaign, language }: Omit<SignablesQuery, "cursor">,
  now: Date,
): boolean {
  const texts = item.versions.at(-1)?.texts ?? [];
  const languages = [...Object.keys(item.title), ...texts.map(({ locale }) => locale)];
  return (
    (!state || signableStateAt(item, now) === state) &&
    (!campaign || item.campaign === campaignScope(campaign)) &&
    (!language || languages.some((one) => one.split("-")[0] === language)) &&
    holdsWords([...Object.values(item.title), item.slug], title)
  );
}

function staffView(item: Signable) {
  const { pk: _p, sk: _s, entity: _e, listPk: _l, listSk: _k, ...shown } = item;
  return shown;
}

function creating(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const wanted = check(kind === "pledge" ? NewPledge : NewStatement, asked.body);
      return json(201, staffView(await create(work, kind, wanted)));
    },
  };
}

/**
 * All of one: the texts in force and those of the next version as far as they are written, and figures that the public
 * is not shown.
 */
function file(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const { table } = workOf(desk, asked, "organizer", "reviewer");
      const item = await anySignable(table, kind, asked.params.slug);
      const current = currentVersion(item);
      const [texts, nextTexts, figures] = await Promise.all([
        current === 0 ? [] : textsOf(table, item.scope, current),
        textsOf(table, item.scope, current + 1),
        counterOf(table, item.scope),
      ]);
      const { actions = 0, people = 0, kept = 0, referred = 0, organizations = 0 } = figures;
      const shown = ({ locale, text, sha256 }: (typeof texts)[number]) => ({ locale, text, sha256 });
      return json(200, {
        ...staffView(item),
        texts: texts.map(shown),
        nextVersion: current + 1,
        nextTexts: nextTexts.map(shown),
        figures: { actions, people, kept, referred, organizations },
      });
    },
  };
}

function writing(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const before = await anySignable(work.table, kind, asked.params.slug);
      const { version, locale, sha256 } = await write(work, before, {
        locale: localeIn(asked),
        ...check(TextRequest, asked.body),
      });
      return json(200, { version, locale, sha256 });
    },
  };
}

function dropping(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const before = await anySignable(work.table, kind, asked.params.slug);
      await drop(work, before, localeIn(asked));
      return json(200, staffView(await anySignable(work.table, kind, asked.params.slug)));
    },
  };
}

function localeIn({ params: { locale = "" } }: Asked): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale))
    throw new InvalidRequest([{ pointer: "/locale", reason: "not-a-language-tag" }]);
  return locale;
}

/** Withdraws it, brings it back, or throws a draft away: of that, what is left is its state. */
function turning(desk: StaffDesk, kind: SignableKind): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const verb = signableTurns.find((one) => one === asked.params.verb);
      if (!verb) throw new UnknownVerb();
      const { slug } = asked.params;
      const before = await anySignable(work.table, kind, slug);
      const stands = await turn(work, before, { verb, ...check(TurnRequest, asked.body) });
      return json(
        200,
        stands ? staffView(await anySignable(work.table, kind, slug)) : { state: "discarded" },
      );
    },
  };
}

/** An act of an organizer on one of them, answered with how it stands then. */
function acting<Schema extends z.ZodType>(
  desk: StaffDesk,
  kind: SignableKind,
  schema: Schema,
  act: (work: Work, before: Signable, wanted: z.output<Schema>) => Promise<void>,
): Route {
  return {
    async handle(asked) {
      const work = workOf(desk, asked, "organizer");
      const before = await anySignable(work.table, kind, asked.params.slug);
      await act(work, before, check(schema, asked.body));
      return json(200, staffView(await anySignable(work.table, kind, asked.params.slug)));
    },
  };
}

import { photo } from "../../shared/contracts/picture.ts";
import { Proposal, ProposedTimes } from "../../shared/contracts/proposal.ts";
import { asksPerAddressAndDay } from "../../shared/domain/asks.ts";
import { timesOf } from "../../shared/domain/event-times.ts";
import { type PersonKey, personHash } from "../../shared/domain/person-hash.ts";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { type CampaignScope, campaignScope } from "../../shared/domain/scope.ts";
import { slugFrom } from "../../shared/domain/slug-from.ts";
import type { Drawn } from "../../shared/pictures/draw.ts";
import { drawnIn, keepPicture, type PictureDesk } from "../../shared/pictures/take.ts";
import { noteSignup } from "../../shared/table/person.ts";
import type { Picture } from "../../shared/table/picture.ts";
import { addScope, campaignDetails, type Event, publishedScopes } from "../../shared/table/scope.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Asked } from "../edge/asked.ts";
import { check } from "../edge/check.ts";
import { signupLocale } from "../edge/locale.ts";
import { saidAtOnce } from "../edge/said-at-once.ts";
import { proposedEvent } from "./proposed-event.ts";

export interface Proposing {
  table: Table;
  origin: string;
  personKey: () => Promise<PersonKey>;
  pictures: PictureDesk;
  clock: () => Date;
  /** A few random letters and digits, for a name that is taken. */
  id: () => string;
}

/** Takes a proposal: checked, then stored unverified; the mail to confirm follows from what is stored. */
export async function propose(proposing: Proposing, asked: Asked): Promise<Event> {
  const { table, clock } = proposing;
  const now = clock();
  const [{ wanted, times, campaign }, drawn] = await saidAtOnce(
    () => wantedIn(table, asked.body, now),
    () => drawnIn(proposing.pictures, asked.body, { field: "picture", schema: photo }),
  );
  const proposer = personHash(wanted.email, await proposing.personKey());
  const slug = slugOf(proposing, wanted);
  const { email, name } = wanted;
  const asks = await noteSignup(table, { person: proposer, email, name, scope: `proposal.${slug}` }, now);
  const proposerLocale = signupLocale(asked, wanted.locale);
  const isMailed = asks <= asksPerAddressAndDay;
  // Stored only with what a mail goes out for: so an address fills the bucket a few times a day.
  const picture = drawn && isMailed ? await kept(proposing, { slug, drawn }, now) : undefined;
  const known = { slug, campaign, ...times, proposer, proposerLocale, picture, asks: isMailed ? 1 : 0 };
  const event = await proposedEvent(wanted, known, now);
  if (!(await addScope(table, event))) throw taken();
  return event;
}

async function wantedIn(table: Table, body: unknown, now: Date) {
  const [wanted, times] = await saidAtOnce(
    () => check(Proposal, body),
    () => timesIn(body, now),
  );
  return { wanted, times, campaign: await campaignFor(table, wanted.campaign) };
}

function timesIn(body: unknown, now: Date) {
  const times = timesOf(check(ProposedTimes, body), now);
  if ("problems" in times) throw new InvalidRequest(times.problems);
  return times;
}

function kept(
  { table, pictures: { store } }: Proposing,
  { slug, drawn }: { slug: string; drawn: Drawn },
  now: Date,
): Promise<Picture> {
  return keepPicture({ table, store }, { owner: `event.${slug}`, drawn }, now);
}

function taken(): InvalidRequest {
  return new InvalidRequest([{ pointer: "/slug", reason: "taken" }]);
}

async function campaignFor(table: Table, slug: string | undefined): Promise<CampaignScope> {
  if (slug === undefined) {
    const [next] = await publishedScopes(table, "campaign", { limit: 1 });
    if (next?.kind === "campaign") return next.scope;
  } else {
    const campaign = await campaignDetails(table, campaignScope(slug));
    if (campaign?.state === "published") return campaign.scope;
  }
  throw new InvalidRequest([{ pointer: "/campaign", reason: "unknown-campaign" }]);
}

/** Names that are paths of pages. */
const reserved = new Set(["propose"]);

/** The slug that was asked for, else one out of the title; that an event has it already is for the write to find. */
function slugOf({ id }: Proposing, { slug, title }: Proposal): string {
  if (slug !== undefined && reserved.has(slug)) throw taken();
  if (slug !== undefined) return slug;
  const made = slugFrom(title);
  return made === undefined ? `event-${id()}` : `${made}-${id()}`;
}

import { randomUUID } from "node:crypto";
import { InvalidRequest } from "../../shared/domain/refused.ts";
import { auditing } from "../../shared/table/audit.ts";
import { scopeKey } from "../../shared/table/keys.ts";
import {
  addScope,
  type Signable,
  type SignableKind,
  scopeDetails,
  scopePlace,
} from "../../shared/table/scope.ts";
import { changeClosing } from "../../shared/table/signable-change.ts";
import type { Table } from "../../shared/table/table.ts";
import { currentVersion, publishVersion, type Text, textsOf, writeText } from "../../shared/table/text.ts";
import { signable, unknownSignable } from "../edge/known-signable.ts";

/** A member of staff at work. */
export interface Work {
  table: Table;
  who: string;
  now: Date;
}

/** Any pledge or statement, published or not; throws `UnknownScope`. */
export async function anySignable(
  table: Table,
  kind: SignableKind,
  slug: string | undefined,
): Promise<Signable> {
  const item = await signable((scope) => scopeDetails(table, scope), kind, slug);
  if (!item) throw unknownSignable(kind, slug);
  return item;
}

type Asking = { askAfterDays: number; askAgainAfterDays: number };

/** What is made anew; only a pledge asks whether it was kept. */
export type NewSignable = Pick<Signable, "slug" | "title" | "summary" | "closesAt"> & {
  campaign: string;
} & Partial<Asking>;

/** Makes a draft without a text. The slug must be free. */
export async function create(work: Work, kind: SignableKind, wanted: NewSignable): Promise<Signable> {
  const { table, now } = work;
  const scope = `${kind}.${wanted.slug}` as const;
  const campaign = await scopeDetails(table, `campaign.${wanted.campaign}`);
  if (campaign?.kind !== "campaign")
    throw new InvalidRequest([{ pointer: "/campaign", reason: "unknown-campaign" }]);
  const common = {
    ...scopeKey(scope),
    sk: "DETAILS" as const,
    entity: "scope" as const,
    scope,
    campaign: campaign.scope,
    slug: wanted.slug,
    title: wanted.title,
    summary: wanted.summary,
    closesAt: wanted.closesAt,
    state: "draft" as const,
    version: 1,
    versions: [],
    ...scopePlace({ kind, state: "draft", scope }, now.toISOString()),
  };
  const { askAfterDays = 30, askAgainAfterDays = 30 } = wanted;
  const item: Signable =
    kind === "pledge" ? { ...common, kind, askAfterDays, askAgainAfterDays } : { ...common, kind };
  if (!(await addScope(table, item))) throw new InvalidRequest([{ pointer: "/slug", reason: "slug-taken" }]);
  return item;
}

/** Writes one language of the next version; what is in force is never touched. */
export async function write(
  { table, who, now }: Work,
  before: Signable,
  { locale, text }: { locale: string; text: string },
): Promise<Text> {
  const audit = auditing(
    table,
    { subject: before.scope, who, act: "write-text", to: `${currentVersion(before) + 1} ${locale}` },
    { at: now, id: randomUUID() },
  );
  return writeText(table, { before, with: [audit] }, { locale, text, now });
}

/**
 * Puts the next version in force, with all languages that have been written. From the second on it says what changed;
 * those who signed before are asked whether it still holds. The first publishes a draft.
 */
export async function publish(
  { table, who, now }: Work,
  before: Signable,
  note: Record<string, string> | undefined,
): Promise<void> {
  const version = currentVersion(before) + 1;
  const texts = await textsOf(table, before.scope, version);
  if (!texts.some(({ locale }) => locale === "en"))
    throw new InvalidRequest([{ pointer: "/texts/en", reason: "text-missing" }]);
  if (version > 1 && note === undefined) throw new InvalidRequest([{ pointer: "/note", reason: "required" }]);
  const audit = auditing(
    table,
    { subject: before.scope, who, act: "publish-version", from: String(version - 1), to: String(version) },
    { at: now, id: randomUUID() },
  );
  const named = texts.map(({ locale, sha256 }) => ({ version, locale, sha256 }));
  const published = { version, publishedAt: now.toISOString(), texts: named, ...(note && { note }) };
  await publishVersion(table, { before, with: [audit] }, published);
}

/** A closing in the past would close it behind the back of those who sign just now: then it is in a few seconds. */
const soonMs = 10_000;

/** Sets when signing ends. A statement that has been frozen stays closed. */
export async function setClosing(
  { table, who, now }: Work,
  before: Signable,
  { closesAt, reason }: { closesAt: string | null; reason: string },
): Promise<void> {
  if (before.kind === "statement" && before.frozen)
    throw new InvalidRequest([{ pointer: "/closesAt", reason: "frozen-already" }]);
  const soon = new Date(now.getTime() + soonMs).toISOString();
  const at = closesAt === null || closesAt > soon ? closesAt : soon;
  const act = {
    subject: before.scope,
    who,
    act: "set-closing",
    reason,
    from: before.closesAt ?? "open",
    to: at ?? "open",
  };
  await changeClosing(table, { before, with: [auditing(table, act, { at: now, id: randomUUID() })] }, at);
}

import { randomUUID } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { ChangedMeanwhile, InvalidRequest } from "../../shared/domain/refused.ts";
import { mustAllow } from "../../shared/domain/signable-states.ts";
import { type Act, auditing } from "../../shared/table/audit.ts";
import { scopeKey } from "../../shared/table/keys.ts";
import { type Signable, type SignableKind, scopeDetails, scopePlace } from "../../shared/table/scope.ts";
import { addSignable, changeSettings, type Settings } from "../../shared/table/signable-change.ts";
import type { Table } from "../../shared/table/table.ts";
import {
  currentVersion,
  publishVersion,
  removeText,
  type Text,
  textOf,
  textsOf,
  writeText,
} from "../../shared/table/text.ts";
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
  const item = await signable((scope) => scopeDetails(table, scope, { consistent: true }), kind, slug);
  if (!item) throw unknownSignable(kind, slug);
  return item;
}

/** Refuses to act on what has changed since it was opened; `opened` is its version then, undefined where it matters not. */
export function mustBeAsOpened({ version }: Signable, opened: number | undefined): void {
  if (opened !== undefined && opened !== version) throw new ChangedMeanwhile();
}

function audited({ table, who, now }: Work, act: Omit<Act, "who">): TransactWriteItem {
  return auditing(table, { ...act, who }, { at: now, id: randomUUID() });
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
  const act = audited(work, { subject: scope, act: "create", to: "draft" });
  if (!(await addSignable(table, item, [act])))
    throw new InvalidRequest([{ pointer: "/slug", reason: "slug-taken" }]);
  return item;
}

/** What can be changed of a description; languages that are not named stay. */
type Edit = Omit<Settings, "title" | "summary" | "closesAt"> & {
  title?: Record<string, string> | undefined;
  summary?: Record<string, string> | undefined;
};

/** Changes what describes it. What is signed is its text alone, so this asks nobody anything. */
export async function edit(work: Work, before: Signable, { title, summary, ...asking }: Edit): Promise<void> {
  const settings = {
    ...Object.fromEntries(Object.entries(asking).filter(([, value]) => value !== undefined)),
    ...(title && { title: { ...before.title, ...title } }),
    ...(summary && { summary: { ...before.summary, ...summary } }),
  };
  const act = audited(work, { subject: before.scope, act: "edit", to: Object.keys(settings).join(" ") });
  await changeSettings(work.table, { before, with: [act] }, settings);
}

/** Writes one language of the next version; what is in force is never touched. */
export async function write(
  work: Work,
  before: Signable,
  { locale, text, replaces }: { locale: string; text: string; replaces?: string | null | undefined },
): Promise<Text> {
  const { table, now } = work;
  const { scope } = before;
  mustAllow("write", before.state);
  const version = currentVersion(before) + 1;
  if (replaces !== undefined) {
    const standing = await textOf(table, { scope, version, locale });
    if ((standing?.sha256 ?? null) !== replaces) throw new ChangedMeanwhile();
  }
  const act = audited(work, { subject: scope, act: "write-text", to: `${version} ${locale}` });
  return writeText(table, { before, with: [act] }, { locale, text, now });
}

/** Takes one language out of the next version. */
export async function drop(work: Work, before: Signable, locale: string): Promise<void> {
  mustAllow("write", before.state);
  const to = `${currentVersion(before) + 1} ${locale}`;
  const act = audited(work, { subject: before.scope, act: "drop-text", to });
  await removeText(work.table, { before, with: [act] }, locale);
}

/**
 * Puts the next version in force, with all languages that have been written, those in `texts` among them. From the second
 * on it says what changed; those who signed before are asked whether it still holds. The first publishes a draft.
 */
export async function publish(
  work: Work,
  opened: Signable,
  {
    note,
    texts = {},
  }: { note?: Record<string, string> | undefined; texts?: Record<string, string> | undefined },
): Promise<void> {
  mustAllow("publish", opened.state);
  const version = currentVersion(opened) + 1;
  if (version > 1 && note === undefined) throw new InvalidRequest([{ pointer: "/note", reason: "required" }]);
  let before = opened;
  for (const [locale, text] of Object.entries(texts)) {
    await write(work, before, { locale, text });
    before = { ...before, version: before.version + 1 };
  }
  const written = await textsOf(work.table, before.scope, version);
  if (!written.some(({ locale }) => locale === "en"))
    throw new InvalidRequest([{ pointer: "/texts/en", reason: "text-missing" }]);
  const from = String(version - 1);
  const act = audited(work, { subject: before.scope, act: "publish-version", from, to: String(version) });
  const named = written.map(({ locale, sha256 }) => ({ version, locale, sha256 }));
  const published = { version, publishedAt: work.now.toISOString(), texts: named, ...(note && { note }) };
  await publishVersion(work.table, { before, with: [act] }, published);
}

/** A closing in the past would close it behind the back of those who sign just now: then it is in a few seconds. */
const soonMs = 10_000;

/** Sets when signing ends. A statement that has been frozen stays closed. */
export async function setClosing(
  work: Work,
  before: Signable,
  { closesAt, reason }: { closesAt: string | null; reason: string },
): Promise<void> {
  mustAllow("set-closing", before.state);
  if (before.kind === "statement" && before.frozen)
    throw new InvalidRequest([{ pointer: "/closesAt", reason: "frozen-already" }]);
  const soon = new Date(work.now.getTime() + soonMs).toISOString();
  const at = closesAt === null || closesAt > soon ? closesAt : soon;
  const act = audited(work, {
    subject: before.scope,
    act: "set-closing",
    reason,
    from: before.closesAt ?? "open",
    to: at ?? "open",
  });
  await changeSettings(work.table, { before, with: [act] }, { closesAt: at });
}

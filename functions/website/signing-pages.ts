import {
  isPublic,
  isSignable,
  publishedScopes,
  type SignableKind,
  scopeDetails,
} from "../../shared/table/scope.ts";
import { differenceFromBefore, readSignablePage } from "../../shared/table/signable-page.ts";
import { readPrintPage } from "../../shared/table/signable-print.ts";
import { signableView, textPath, versionsView } from "../../shared/table/signable-views.ts";
import type { SignatoryOrder } from "../../shared/table/signatories.ts";
import type { Table } from "../../shared/table/table.ts";
import { textOf } from "../../shared/table/text.ts";
import { signablePage } from "../../web/pages/signable.tsx";
import { printPage } from "../../web/pages/signable-print.tsx";
import { signableTextPage } from "../../web/pages/signable-text.tsx";
import { signablesPage } from "../../web/pages/signables.tsx";
import { signatoryOrders } from "../../web/signing-view.ts";
import type { View } from "../../web/view.ts";
import type { Asked } from "../edge/asked.ts";
import { signable } from "../edge/known-signable.ts";

interface Visit {
  table: Table;
  clock: () => Date;
  view: View;
  asked: Asked;
  params: Record<string, string | undefined>;
}

type Page = (visit: Visit) => Promise<string | undefined>;

/** The pages of pledges and statements, by their paths without the language in front. */
export const signingPages = {
  "/pledges": (visit) => list(visit, "pledge"),
  "/pledges/:slug": (visit) => detail(visit, "pledge"),
  "/pledges/:slug/texts/:version/:locale": (visit) => text(visit, "pledge"),
  "/pledges/:slug/print": (visit) => print(visit, "pledge"),
  "/statements": (visit) => list(visit, "statement"),
  "/statements/:slug": (visit) => detail(visit, "statement"),
  "/statements/:slug/print": (visit) => print(visit, "statement"),
  "/statements/:slug/texts/:version/:locale": (visit) => text(visit, "statement"),
} satisfies Record<string, Page>;

async function list({ table, view, clock }: Visit, kind: SignableKind): Promise<string> {
  const found = (await publishedScopes(table, kind)).filter(isSignable);
  const items = found.map((item) => signableView(item, view.locale, { now: clock(), origin: view.origin }));
  return signablesPage({ view, kind, items });
}

async function detail({ table, view, asked, params, clock }: Visit, kind: SignableKind) {
  const item = await known(table, kind, params.slug);
  const order = orderIn(asked.query.sort);
  const page =
    item && (await readSignablePage(table, item, { ...view, now: clock(), order, text: asked.query.text }));
  return page && signablePage({ view, ...page, referral: referralIn(asked.query.ref) });
}

async function print({ table, view, asked, params, clock }: Visit, kind: SignableKind) {
  const item = await known(table, kind, params.slug);
  const now = clock();
  const order = orderIn(asked.query.sort);
  const part = partIn(asked.query.part);
  const seen = { ...view, now, text: asked.query.text };
  const page = item && part !== undefined && (await readPrintPage(table, item, { seen, order, part }));
  return page ? printPage({ view, ...page, asOf: now.toISOString() }) : undefined;
}

async function text({ table, view, params, clock }: Visit, kind: SignableKind) {
  const item = await known(table, kind, params.slug);
  const version = item?.versions.find((published) => String(published.version) === params.version);
  const named = version?.texts.find(({ locale }) => locale === params.locale);
  if (!item || !version || !named) return undefined;
  const stored = await textOf(table, { scope: item.scope, ...named });
  const shown = versionsView(item, view.locale, view.origin).find((one) => one.version === version.version);
  if (!stored || !shown) return undefined;
  return signableTextPage({
    view,
    item: signableView(item, view.locale, { now: clock(), origin: view.origin }),
    version: shown,
    text: { ...named, text: stored.text, url: view.origin + textPath(item, named) },
    difference: await differenceFromBefore(table, item, named),
  });
}

/** One that the public may know of; undefined is the page that says so. */
async function known(table: Table, kind: SignableKind, slug: string | undefined) {
  const item = await signable((scope) => scopeDetails(table, scope), kind, slug);
  return item && isPublic(item) ? item : undefined;
}

function orderIn(text: string | undefined): SignatoryOrder {
  return signatoryOrders.find((order) => order === text) ?? "name";
}

/** Which part of a long letter; undefined for what can be none. */
function partIn(text = "1"): number | undefined {
  return /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : undefined;
}

/** What a share link brought along, as far as it can be one of our codes. */
function referralIn(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z0-9_-]{1,100}$/.test(text) ? text : undefined;
}

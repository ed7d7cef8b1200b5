import * as z from "zod";
import { memberStateAt } from "../../shared/domain/member-states.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import { NotPossible, UnknownScope } from "../../shared/domain/refused.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { mustTakeSignatures, signingStatus } from "../../shared/domain/signing-openness.ts";
import { textToSign } from "../../shared/domain/text-to-sign.ts";
import { type Locale, nearestLocale } from "../../shared/locales/speak.ts";
import { memberSignature, signForMember, withdrawForMember } from "../../shared/table/member-signature.ts";
import { isPublic, type Statement, scopeDetails, scopesIn } from "../../shared/table/scope.ts";
import { readSignablePage } from "../../shared/table/signable-page.ts";
import type { Table } from "../../shared/table/table.ts";
import { textIn } from "../../shared/table/views.ts";
import { check } from "../edge/check.ts";
import type { Linked } from "./linked.ts";

/** What a member may do with statements by its manage link. */
export const statementVerbs = ["sign", "unsign"] as const;
export type StatementVerb = (typeof statementVerbs)[number];

export function isStatementVerb(verb: string): verb is StatementVerb {
  return statementVerbs.some((known) => known === verb);
}

const Signing = z.object({
  statement: z.string("required").max(64, "too-long"),
  version: z.coerce.number("unknown-version").int("unknown-version").optional(),
  textLocale: z.string().max(35, "too-long").optional(),
});

/** Signs a statement for the member, or takes its signature back. Only organizations that are members sign so. */
export async function doStatementVerb(
  table: Table,
  { standing, verb, typed }: { standing: Linked; verb: StatementVerb; typed: unknown },
  now: Date,
): Promise<Linked> {
  const { member } = standing;
  const wanted = check(Signing, typed);
  const statement = await knownStatement(table, wanted.statement);
  if (verb === "unsign") {
    await withdrawForMember(table, { member, statement }, now);
    return standing;
  }
  if (!maySign(standing, now)) throw new NotPossible("not-a-member");
  mustTakeSignatures(signingStatus(statement, now));
  const text = textToSign(statement, { ...wanted, locale: member.locale });
  await signForMember(table, { member, statement, text }, now);
  return standing;
}

export function maySign({ member }: Linked, now: Date): boolean {
  const approved = memberStateAt(member, now) === "approved";
  return approved && member.kind !== "expert" && member.what === "application";
}

async function knownStatement(table: Table, slug: string): Promise<Statement> {
  const item = isSlug(slug) ? await scopeDetails(table, `statement.${slug}`) : undefined;
  if (item?.kind !== "statement" || !isPublic(item)) throw new UnknownScope("statement");
  return item;
}

/** The statements that a member has signed or may sign. */
export async function statementsFor(
  table: Table,
  standing: Linked,
  { locale, now }: { locale: Locale; now: Date },
) {
  if (!maySign(standing, now)) return [];
  const states = ["published", "cancelled"] as const;
  const lists = await Promise.all(states.map((state) => scopesIn(table, { kind: "statement", state })));
  const found = lists.flat().filter((item) => item.kind === "statement");
  const all = await Promise.all(
    found.map(async (item) => {
      const signature = await memberSignature(table, standing.member, item);
      return {
        slug: item.slug,
        title: textIn(item.title, locale),
        signed: signature !== undefined && counts(signature.state),
        open: signingStatus(item, now) === "open" && item.versions.length > 0,
      };
    }),
  );
  return all.filter(({ signed, open }) => signed || open);
}

/** The text that the second press signs. */
export async function statementToSign(
  table: Table,
  slug: string,
  { locale, origin, now }: { locale: Locale; origin: string; now: Date },
) {
  const page = await readSignablePage(table, await knownStatement(table, slug), {
    locale: nearestLocale(locale),
    origin,
    now,
  });
  return page && { slug, title: page.item.title, text: page.text };
}

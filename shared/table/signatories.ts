import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { ActionScope } from "../domain/scope.ts";
import { shownName } from "../domain/signature.ts";
import { Card, Comment, places, shownBuckets } from "./card.ts";
import { listKey } from "./keys.ts";
import type { SigningOrganization } from "./signature.ts";
import { listsIndex, plain, type StoredItem, stored, type Table } from "./table.ts";

/** One who signed, as the public sees them. */
export interface Signatory {
  kind: "organization" | "person";
  name: string;
  title?: string | undefined;
  organizationKind?: string | undefined;
  website?: string | undefined;
  country?: string | undefined;
  /** Set where it signed as a member: its id in the directory. */
  member?: string | undefined;
  /** When the signature was confirmed (or, of an organization, taken); ISO, UTC. */
  at: string;
  /** Tells two of the same name apart, and says nothing else: the card's own random id. */
  id: string;
}

export type SignatoryOrder = "name" | "time" | "country";

/**
 * All who signed and are shown: organizations first, then people, each in `order`. `most` bounds what is read of each
 * list. The lists are short beside the signatures: most people are not shown.
 */
export async function signatoriesOf(
  table: Table,
  scope: ActionScope,
  { order, most, locale = "en" }: { order: SignatoryOrder; most: number; locale?: string },
): Promise<Signatory[]> {
  const buckets = Array.from({ length: shownBuckets }, (_, i) => listKey(`${scope}.people`, i));
  const lists = [places.organizations(scope), ...buckets];
  const found = await Promise.all(lists.map((list) => itemsOf(table, list, { most, newestFirst: false })));
  const signatories = found.flat().flatMap((item) => signatoryOf(Card.parse(plain(item))));
  return signatories.sort(inOrder(order, locale));
}

/** How many organizations and how many people are among them. */
export function totalsOf(signatories: readonly Signatory[]): { organizations: number; people: number } {
  const organizations = signatories.filter(({ kind }) => kind === "organization").length;
  return { organizations, people: signatories.length - organizations };
}

/** The organizations in a statement's public list, as they signed. */
export async function organizationsShown(table: Table, scope: ActionScope): Promise<SigningOrganization[]> {
  const items = await itemsOf(table, places.organizations(scope), { most: 5_000, newestFirst: false });
  return items.flatMap((item) => Card.parse(plain(item)).organization ?? []);
}

function signatoryOf(card: Card): Signatory[] {
  const { organization, title, id, display } = card;
  const at = (card.listSk ?? card.createdAt).split("#")[0] ?? "";
  if (organization) {
    const { name, kind, website, country, member } = organization;
    const shown = { kind: "organization" as const, name, organizationKind: kind, website, country, at, id };
    return [{ ...shown, ...(member && { member }) }];
  }
  const name = shownName(card.name, display);
  return name === undefined ? [] : [{ kind: "person", name, title, at, id }];
}

/** Which of two stands first: organizations before people, then by what is asked for; never a tie. */
export function inOrder(order: SignatoryOrder, locale: string): (a: Placed, b: Placed) => number {
  const { compare } = new Intl.Collator(locale, { sensitivity: "base" });
  const byName = (a: Placed, b: Placed) =>
    compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const by = {
    name: byName,
    time: (a: Placed, b: Placed) => (a.at < b.at ? -1 : a.at > b.at ? 1 : byName(a, b)),
    country: (a: Placed, b: Placed) => compare(a.country ?? "\uffff", b.country ?? "\uffff") || byName(a, b),
  }[order];
  const group = ({ kind }: Placed) => (kind === "organization" ? 0 : 1);
  return (a, b) => group(a) - group(b) || by(a, b);
}

/** What a signatory's place depends on. */
export type Placed = Pick<Signatory, "kind" | "name" | "at" | "country" | "id">;

/** The newest comments that moderators have let through. */
export async function shownComments(table: Table, scope: ActionScope, most: number): Promise<Comment[]> {
  const found = await Promise.all(
    Array.from({ length: shownBuckets }, (_, i) =>
      itemsOf(table, places.commentsShown(scope, i), { most, newestFirst: true }),
    ),
  );
  const comments = found.flat().map((item) => Comment.parse(plain(item)));
  return comments.sort((a, b) => ((a.listSk ?? "") > (b.listSk ?? "") ? -1 : 1)).slice(0, most);
}

async function itemsOf(
  { client, name: TableName }: Table,
  list: string,
  { most, newestFirst }: { most: number; newestFirst: boolean },
): Promise<StoredItem[]> {
  const found: StoredItem[] = [];
  let ExclusiveStartKey: StoredItem | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: listsIndex,
        KeyConditionExpression: "listPk = :list",
        ExpressionAttributeValues: stored({ ":list": list }),
        ScanIndexForward: !newestFirst,
        Limit: most - found.length,
        ExclusiveStartKey,
      }),
    );
    found.push(...Items);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < most);
  return found;
}

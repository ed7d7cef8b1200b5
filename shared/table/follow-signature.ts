import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { counts } from "../domain/participation-states.ts";
import type { PersonHash } from "../domain/person-hash.ts";
import { type Card, type Comment, forgetTyped, places, typedFor } from "./card.ts";
import { participationKey } from "./keys.ts";
import type { Participation } from "./participation.ts";
import { noteReferred } from "./referred.ts";
import type { Signable } from "./scope.ts";
import { type StoredItem, stored, type Table } from "./table.ts";
import { currentVersion } from "./text.ts";

/** A signature as it stands, and who the changes that led here named as having brought it, which it may name no more. */
export interface Followed {
  signature: Participation;
  referrers: readonly PersonHash[];
}

/**
 * Makes all that hangs on a signature follow it as it stands now: what is shown of it stands in the public lists while
 * it stands and is forgotten when it is withdrawn; who brought it is noted; and whoever confirmed a text that has been
 * superseded meanwhile is to be asked about the new one. Each step is safe to repeat.
 */
export async function followSignature(table: Table, followed: Followed, item: Signable): Promise<void> {
  const { signature } = followed;
  await followReferrals(table, followed);
  if (counts(signature.state)) {
    await showTyped(table, signature);
    await askAboutNewer(table, signature, currentVersion(item));
  } else if (signature.state === "held") await queueOrganization(table, signature);
  else await hideTyped(table, signature);
}

async function followReferrals(table: Table, { signature: { signature, ...standing }, referrers }: Followed) {
  const { person, scope, state } = standing;
  const standsFor = counts(state) ? signature?.referral?.referrer : undefined;
  for (const referrer of new Set(standsFor === undefined ? referrers : [...referrers, standsFor]))
    await noteReferred(table, { referrer, scope, referred: person }, referrer === standsFor);
}

/** Of one that stands no more, or begins anew: all goes but what was typed with the signup that waits. */
async function hideTyped(table: Table, { person, scope, state, signature }: Participation): Promise<void> {
  const { cards, comments } = await typedFor(table, person, scope);
  const waits = state === "pending";
  const gone = [...cards, ...comments].filter(
    ({ id, expiresAt }) => !waits || (id !== signature?.card && expiresAt === undefined),
  );
  await forgetTyped(table, gone);
}

/** The card into its public list, the comment to the moderators; what was typed with other signups is forgotten. */
async function showTyped(table: Table, participation: Participation): Promise<void> {
  const { person, scope, signature, confirmedAt = participation.changedAt } = participation;
  if (signature?.card === undefined) return;
  const { cards, comments } = await typedFor(table, person, scope);
  for (const card of cards.filter(({ id }) => id === signature.card)) {
    const listPk = card.organization ? places.organizations(scope) : places.people(person, scope);
    await place(table, card, { listPk, listSk: `${confirmedAt}#${card.id}` });
  }
  for (const comment of comments.filter(({ id }) => id === signature.card)) {
    if (comment.review !== undefined) continue;
    const listPk = places.comment({ person, scope, review: "submitted" });
    await place(table, comment, {
      listPk,
      listSk: `${confirmedAt}#${scope}#${comment.id}`,
      review: "submitted",
    });
  }
  const others = [...cards, ...comments].filter(({ id }) => id !== signature.card);
  await forgetTyped(table, others);
}

async function queueOrganization(table: Table, participation: Participation): Promise<void> {
  const { person, scope, signature, changedAt } = participation;
  const { cards } = await typedFor(table, person, scope);
  const card = cards.find(({ id }) => id === signature?.card);
  if (card)
    await place(table, card, {
      listPk: places.organizationsToReview(),
      listSk: `${changedAt}#${scope}#${card.id}`,
    });
}

/** Puts a card or a comment into a list and takes its term away, unless it has gone or been reviewed meanwhile. */
async function place(
  { client, name: TableName }: Table,
  item: Card | Comment,
  to: { listPk: string; listSk: string; review?: string },
): Promise<void> {
  if (item.listPk === to.listPk && item.expiresAt === undefined) return;
  const review = to.review === undefined ? "" : ", review = :review";
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ pk: item.pk, sk: item.sk }),
        UpdateExpression: `SET listPk = :listPk, listSk = :listSk${review} REMOVE expiresAt`,
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(review)",
        ExpressionAttributeValues: stored({
          ":listPk": to.listPk,
          ":listSk": to.listSk,
          ":review": to.review,
        }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/**
 * Marks a signature as asked about the version in force, if it is of an older one and stands as it was read; the mail
 * follows from that. Answers whether it was marked.
 */
export async function askAboutNewer(
  { client, name: TableName }: Table,
  { person, scope, signature, version }: Participation,
  current: number,
): Promise<boolean> {
  if (!signature || signature.text.version >= current || (signature.askedVersion ?? 0) >= current)
    return false;
  return changeSignature({ client, name: TableName }, { person, scope, version }, { askedVersion: current });
}

/** Sets facts of a signature that stands as it was read; false where it does not. `listSk` moves its place. */
export async function changeSignature(
  { client, name: TableName }: Table,
  { person, scope, version }: Pick<Participation, "person" | "scope" | "version">,
  { listSk, ...facts }: { askedVersion?: number; keptAsks?: number; listSk?: string },
): Promise<boolean> {
  const names = Object.keys(facts);
  const values: StoredItem = stored({
    ":was": version,
    ":one": 1,
    ":listSk": listSk,
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`:${name}`, value])),
  });
  const sets: string[] = [
    ...names.map((name) => `signature.${name} = :${name}`),
    ...(listSk ? ["listSk = :listSk"] : []),
  ];
  try {
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: stored({ ...participationKey(person, scope) }),
        UpdateExpression: `SET ${sets.join(", ")} ADD #version :one`,
        ConditionExpression: "#version = :was",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: values,
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

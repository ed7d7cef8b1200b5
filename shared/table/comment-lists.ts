import type { ActionScope } from "../domain/scope.ts";
import { Comment, type commentReviews, places, shownBuckets } from "./card.ts";
import { type ListPage, oneAfterAnother } from "./reading-on.ts";
import { listItems } from "./review.ts";
import { plain, type Table } from "./table.ts";

type Review = (typeof commentReviews)[number];

const pageSize = 50;

/**
 * A page of the comments that wait, the oldest first, or that were declined, the newest first. All buckets are read for
 * it, so that the order is that of all: half a read unit for each 4 KB, some 60 where all are full.
 */
export async function commentsPage(
  table: Table,
  review: Exclude<Review, "approved">,
  after: string | undefined,
): Promise<ListPage<Comment>> {
  const lists = buckets.map((bucket) => places.commentsReviewed(review, bucket));
  return mergedPage(table, lists, { after, newestFirst: review === "declined" });
}

/** A page of the comments that are shown, the newest first, of one pledge after the other; it costs the same. */
export function shownCommentsPage(
  table: Table,
  pledges: readonly ActionScope[],
  after: string | undefined,
): Promise<ListPage<Comment>> {
  const read = (scope: ActionScope, place: string | undefined) => {
    const lists = buckets.map((bucket) => places.commentsShown(scope, bucket));
    return mergedPage(table, lists, { after: place, newestFirst: true });
  };
  return oneAfterAnother(pledges, read, after);
}

const buckets = Array.from({ length: shownBuckets }, (_, bucket) => bucket);

async function mergedPage(
  table: Table,
  lists: readonly string[],
  { after, newestFirst }: { after: string | undefined; newestFirst: boolean },
): Promise<ListPage<Comment>> {
  const limit = pageSize + 1;
  const found = await Promise.all(
    lists.map((listPk) => listItems(table, { listPk, after, limit, newestFirst })),
  );
  const direction = newestFirst ? -1 : 1;
  const inOrder = found
    .flat()
    .map((item) => Comment.parse(plain(item)))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -direction : direction));
  const items = inOrder.slice(0, pageSize);
  const last = items.at(-1);
  return { items, next: inOrder.length > pageSize && last ? placeOf(last) : undefined };
}

const placeOf = ({ listSk = "" }: Comment): string => listSk;

import { Logger } from "@aws-lambda-powertools/logger";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import {
  applicationFigures,
  type MemberImage,
  type SignupImage,
  signupFigures,
} from "../../shared/domain/signup-figures.ts";
import type { Figures } from "../../shared/domain/tally.ts";
import { addInto } from "../../shared/table/counter.ts";
import { addToDay, type DaySubject } from "../../shared/table/day-figures.ts";
import { describe } from "../edge/chain.ts";
import { type Change, readChange } from "../edge/stream.ts";

const logger = new Logger({ serviceName: "tally" });

/**
 * Adds what a tallied batch says of signups and applications to the days' figures: one write for each action and day in
 * it. Only records that are done with are added, since the others come again; a failure here costs figures, never a count.
 */
export async function noteSignups(
  table: Table,
  records: readonly DynamoDBRecord[],
  { batchItemFailures: [failed] }: DynamoDBBatchResponse,
): Promise<void> {
  try {
    const end = failed
      ? records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failed.itemIdentifier)
      : records.length;
    const days = [...daysOf(records.slice(0, Math.max(0, end))).values()];
    await Promise.all(days.map((one) => addToDay(table, one)));
  } catch (error) {
    logger.warn("figures of signups were lost", { fault: describe(error) });
  }
}

type Table = Parameters<typeof addToDay>[0];
type Day = Parameters<typeof addToDay>[1];

function daysOf(records: readonly DynamoDBRecord[]): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const record of records) {
    const noted = noteOf(record);
    if (!noted || Object.keys(noted.figures).length === 0) continue;
    const at = `${noted.day} ${noted.subject}`;
    const known = days.get(at) ?? { ...noted, figures: {} };
    addInto(known.figures, noted.figures);
    days.set(at, known);
  }
  return days;
}

/** Nothing of a confirmation, which is what half of the records are: it is told before anything is read. */
function noteOf(record: DynamoDBRecord): Day | undefined {
  const { NewImage, OldImage } = record.dynamodb ?? {};
  const same = (name: string) => JSON.stringify(NewImage?.[name]) === JSON.stringify(OldImage?.[name]);
  const state = NewImage?.state?.S;
  if (OldImage && state === "confirmed" && NewImage?.entity?.S === "participation" && same("asks"))
    return undefined;
  return notes[NewImage?.entity?.S ?? ""]?.(readChange(record));
}

const notes: Record<string, (change: Change) => Day> = {
  participation: ({ before, after }) => ({
    subject: `signups.${after?.scope}` as DaySubject,
    day: dayOf(after),
    figures: signupFigures(before as SignupImage | undefined, after as unknown as SignupImage),
  }),
  member: ({ before, after }) => ({
    subject: "applications",
    day: dayOf(after),
    figures: applicationFigures(
      before as MemberImage | undefined,
      after as unknown as MemberImage,
    ) satisfies Figures,
  }),
};

/** The day on which it was changed, not that on which it is read: a stream may be a day behind. */
function dayOf(item: Record<string, unknown> | undefined): string {
  return String(item?.changedAt).slice(0, 10);
}

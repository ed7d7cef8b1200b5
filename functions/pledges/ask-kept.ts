import { dueUntil, nextQuestion } from "../../shared/domain/kept-question.ts";
import { counts } from "../../shared/domain/participation-states.ts";
import { changeSignature } from "../../shared/table/follow-signature.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Pledge } from "../../shared/table/scope.ts";
import { type ListPlace, signaturesIn } from "../../shared/table/signature-lists.ts";
import { askedPlace } from "../../shared/table/signature-place.ts";
import type { Table } from "../../shared/table/table.ts";

/** How much one run may do; what is left is the next run's. */
export interface Allowance {
  left: number;
}

const pageSize = 100;

/**
 * Puts the question to all of a pledge's signatories whose time has come, as far as the allowance goes: it notes on each
 * signature that it was put and moves it to where it comes up again, in one conditional write; the mail follows from
 * that. Killed anywhere, nobody is asked twice and nobody is left out. Answers with how many were asked.
 */
export async function askKept(
  table: Table,
  pledge: Pledge,
  { now, allowance }: { now: Date; allowance: Allowance },
): Promise<number> {
  let asked = 0;
  let place: ListPlace | undefined = { bucket: 0 };
  while (place && allowance.left > 0) {
    const limit = Math.min(pageSize, allowance.left);
    const until = dueUntil(pledge, now);
    const page: Awaited<ReturnType<typeof signaturesIn>> = await signaturesIn(table, pledge.scope, {
      ...place,
      until,
      limit,
    });
    for (const signature of page.signatures) asked += await askOne(table, { signature, pledge }, now);
    allowance.left -= page.signatures.length;
    place = page.next;
  }
  return asked;
}

async function askOne(
  table: Table,
  { signature: participation, pledge }: { signature: Participation; pledge: Pledge },
  now: Date,
): Promise<number> {
  const { person, signature, state } = participation;
  if (!signature || !counts(state)) return 0;
  const question = nextQuestion(signature, pledge, now);
  const listSk = askedPlace(person, question?.again);
  const facts = question ? { keptAsks: question.keptAsks, listSk } : { listSk };
  const changed = await changeSignature(table, participation, facts);
  return changed && question ? 1 : 0;
}

import { randomUUID } from "node:crypto";
import { ChangedMeanwhile, InvalidRequest } from "../../shared/domain/refused.ts";
import {
  SignableNotPossible,
  type SignableTurn,
  signableAnswer,
} from "../../shared/domain/signable-states.ts";
import { auditing } from "../../shared/table/audit.ts";
import type { Signable } from "../../shared/table/scope.ts";
import { discardDraft, turnSignable } from "../../shared/table/signable-change.ts";
import { textsOf } from "../../shared/table/text.ts";
import { mustBeAsOpened, type Work } from "./staff-texts.ts";

export interface Turn {
  verb: SignableTurn;
  reason: string;
  version?: number | undefined;
}

/**
 * Withdraws a pledge or a statement from the public, brings it back, or throws a draft away. Doing it twice answers as
 * the first time. What has been fixed by its closing date is a record that others hold: it stays. Answers whether it
 * is still there.
 */
export async function turn(work: Work, before: Signable, { verb, reason, version }: Turn): Promise<boolean> {
  const { table, who, now } = work;
  const answer = signableAnswer(verb, before.state);
  if (!answer) throw new ChangedMeanwhile();
  if ("refuse" in answer) throw new SignableNotPossible(answer.refuse);
  if ("same" in answer) return true;
  if (before.kind === "statement" && before.frozen)
    throw new InvalidRequest([{ pointer: "/verb", reason: "frozen-already" }]);
  mustBeAsOpened(before, version);
  const { scope, state } = before;
  const act = { subject: scope, who, act: `signable.${verb}`, reason, from: state, to: answer.to };
  const change = { before, with: [auditing(table, act, { at: now, id: randomUUID() })] };
  if (answer.to !== "discarded") await turnSignable(table, change, answer.to);
  else await discardDraft(table, change, await textsOf(table, scope, 1));
  return answer.to !== "discarded";
}

import type { Problem } from "../../shared/contracts/problem.ts";
import { ChangedMeanwhile, InvalidRequest, type Refused } from "../../shared/domain/refused.ts";
import { json, type Reply } from "./reply.ts";
import { statuses } from "./statuses.ts";

/** The RFC 9457 document of a refusal. */
export function problemOf(refusal: Refused, requestId: string): Problem {
  const { status, title } = statuses[refusal.word];
  const errors =
    refusal instanceof InvalidRequest
      ? refusal.problems.map(({ pointer, reason, limit }) => ({
          pointer,
          reason,
          detail: `${pointer || "the body"}: ${reason.replaceAll("-", " ")}`,
          ...(limit !== undefined && { limit }),
        }))
      : undefined;
  const standing = refusal instanceof ChangedMeanwhile ? refusal.standing : undefined;
  return {
    type: refusal.word,
    title,
    status,
    instance: requestId,
    ...(errors && { errors }),
    ...(standing && { standing }),
  };
}

/** What is said of a fault of ours: nothing, but an id to quote. */
export function faultOf(requestId: string): Problem {
  return {
    type: "internal-error",
    title: "Something went wrong on our side.",
    status: 500,
    instance: requestId,
  };
}

export function problemReply(problem: Problem): Reply {
  const retry = problem.type === "too-busy" ? { "retry-after": "2" } : undefined;
  return json(problem.status, problem, {
    "content-type": "application/problem+json; charset=utf-8",
    ...retry,
  });
}

import { describe, expect, it } from "vitest";
import {
  answerTo,
  counts,
  type ParticipationState,
  participationStates,
  participationVerbs,
  stateAt,
} from "../../shared/domain/participation-states.ts";
import { actionKinds } from "../../shared/domain/scope.ts";

const states = ["absent", ...participationStates] as const;
const every = states.flatMap((state) =>
  participationVerbs.flatMap((verb) => actionKinds.map((kind) => ({ state, verb, kind }))),
);
const known: readonly string[] = participationStates;

describe("the table of a participation's states", () => {
  it("answers every verb in every state of every kind: one of three answers, and a state that exists", () => {
    for (const { state, verb, kind } of every) {
      const answer = answerTo(verb, state, kind);
      expect(Object.keys(answer), `${verb} in ${state}`).toHaveLength(1);
      if ("to" in answer) expect(known).toContain(answer.to);
      else if ("refuse" in answer) expect(answer.refuse).toMatch(/^[a-z]+(-[a-z]+)+$/);
      else expect(answer.same).toBe(true);
    }
  });

  it("never goes to the state that it stands in", () => {
    for (const { state, verb, kind } of every) expect(answerTo(verb, state, kind)).not.toEqual({ to: state });
  });

  it("has nothing to do when a verb comes a second time", () => {
    for (const { state, verb, kind } of every) {
      const answer = answerTo(verb, state, kind);
      if ("to" in answer)
        expect(answerTo(verb, answer.to, kind), `${verb} twice from ${state}`).toEqual({ same: true });
    }
  });

  it("lets nobody into the counts but by confirming, accepting a seat, or being let in where there is no limit any more", () => {
    for (const { state, verb, kind } of every) {
      const answer = answerTo(verb, state, kind);
      if (!("to" in answer) || !counts(answer.to) || (state !== "absent" && counts(state))) continue;
      expect(["confirm", "accept", "admit"]).toContain(verb);
    }
  });

  it("keeps what is of one kind to that kind", () => {
    const only = {
      event: ["wait", "offer", "accept", "pass", "attend", "unattend"],
      pledge: ["keep", "unkeep"],
    };
    for (const { state, verb, kind } of every) {
      const owner = Object.entries(only).find(([, verbs]) => verbs.includes(verb))?.[0];
      if (owner && owner !== kind)
        expect(answerTo(verb, state, kind)).toEqual({ refuse: "not-for-this-kind" });
    }
  });

  it("locks nobody out for good: released, signed up and confirmed again, one takes part or waits for a seat", () => {
    for (const start of states) {
      let state: ParticipationState | "absent" = start;
      for (const verb of ["release", "sign-up", "confirm"] as const) {
        const answer = answerTo(verb, state, "event");
        if ("to" in answer) state = answer.to;
      }
      expect(["confirmed", "attended", "kept", "waitlisted"], start).toContain(state);
    }
  });
});

describe("a pending participation", () => {
  it("is expired from the second on in which its time has run out, cleaned up or not", () => {
    const item = { state: "pending" as const, expiresAt: 1000 };
    expect(stateAt(item, new Date(999_999))).toBe("pending");
    expect(stateAt(item, new Date(1_000_000))).toBe("expired");
    expect(stateAt({ ...item, state: "confirmed" }, new Date(2_000_000))).toBe("confirmed");
    expect(stateAt(undefined, new Date(0))).toBe("absent");
  });
});

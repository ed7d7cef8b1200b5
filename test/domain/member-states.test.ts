import { describe, expect, it } from "vitest";
import {
  type MemberState,
  memberAnswer,
  memberStateAt,
  memberStates,
  memberVerbs,
} from "../../shared/domain/member-states.ts";

const ways: [string, MemberState | "absent", MemberState][] = [
  ["apply", "absent", "unverified"],
  ["confirm", "unverified", "submitted"],
  ["ask", "submitted", "questioned"],
  ["answer", "questioned", "submitted"],
  ["approve", "submitted", "approved"],
  ["approve", "questioned", "approved"],
  ["decline", "submitted", "declined"],
  ["decline", "questioned", "declined"],
  ["reverse", "approved", "submitted"],
  ["reverse", "declined", "submitted"],
  ["leave", "submitted", "left"],
  ["leave", "questioned", "left"],
  ["leave", "approved", "left"],
  ["apply", "declined", "unverified"],
  ["apply", "left", "unverified"],
];

describe("the states of a membership", () => {
  it.each(ways)("%s leads from %s to %s", (verb, from, to) => {
    expect(memberAnswer(verb as never, from)).toEqual({ to });
  });

  it("goes no other way than those named", () => {
    const found: unknown[] = [];
    for (const state of [...memberStates, "absent"] as const)
      for (const verb of memberVerbs) {
        const answer = memberAnswer(verb, state);
        if ("to" in answer) found.push([verb, state, answer.to]);
      }
    expect(found.map(String).sort()).toEqual(ways.map(String).sort());
  });

  it.each(memberVerbs)("answers %s in every state, and doing it twice as the first time", (verb) => {
    for (const state of memberStates) {
      const answer = memberAnswer(verb, state);
      if (!("to" in answer)) continue;
      const again = memberAnswer(verb, answer.to);
      const steps = ["answer", "reverse"].includes(verb);
      expect("same" in again || (steps && "refuse" in again), `${verb} in ${state}, twice`).toBe(true);
    }
  });

  it("lets nobody approve what was not confirmed, nor decide again what was decided", () => {
    expect(memberAnswer("approve", "unverified")).toEqual({ refuse: "application-not-confirmed" });
    expect(memberAnswer("decline", "approved")).toEqual({ refuse: "already-decided" });
    expect(memberAnswer("approve", "declined")).toEqual({ refuse: "already-decided" });
    expect(memberAnswer("approve", "left")).toEqual({ refuse: "member-left" });
  });

  it("takes an application whose time ran out for absent", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const seconds = now.getTime() / 1000;
    expect(memberStateAt({ state: "unverified", expiresAt: seconds }, now)).toBe("absent");
    expect(memberStateAt({ state: "unverified", expiresAt: seconds + 1 }, now)).toBe("unverified");
    expect(memberStateAt(undefined, now)).toBe("absent");
  });
});

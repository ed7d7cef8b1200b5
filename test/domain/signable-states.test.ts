import { describe, expect, it } from "vitest";
import {
  signableAnswer,
  signableStateAt,
  signableStates,
  signableVerbs,
} from "../../shared/domain/signable-states.ts";

const pairs = signableStates.flatMap((state) => signableVerbs.map((verb) => [verb, state] as const));
const turns = ["cancel", "reinstate"] as const;

describe("the life of a pledge or a statement", () => {
  it.each(pairs)("answers %s in %s", (verb, state) => {
    expect(signableAnswer(verb, state)).toBeDefined();
  });

  it.each(turns)("knows nothing more to do for a second %s", (verb) => {
    for (const state of signableStates) {
      const answer = signableAnswer(verb, state);
      if (answer && "to" in answer) expect(signableAnswer(verb, answer.to)).toEqual({ same: true });
    }
  });

  it("throws away only what nobody can have signed", () => {
    const discarded = signableStates.filter((state) => "to" in (signableAnswer("discard", state) ?? {}));
    expect(discarded).toEqual(["draft"]);
  });

  it("leaves the text of a withdrawn one alone until it is brought back", () => {
    for (const verb of ["write", "publish", "set-closing"] as const)
      expect(signableAnswer(verb, "cancelled")).toEqual({ refuse: "signable-cancelled" });
    expect(signableAnswer("reinstate", "cancelled")).toEqual({ to: "published" });
  });

  it("counts as closed once its closing date has come, and as what it is otherwise", () => {
    const closesAt = "2027-05-01T00:00:00Z";
    const [before, then] = [new Date("2027-04-30T23:59:59Z"), new Date(closesAt)];
    const stands = (state: string, at: Date) => signableStateAt({ state, closesAt }, at);
    expect([stands("published", before), stands("published", then)]).toEqual(["published", "closed"]);
    expect(["draft", "closed", "cancelled"].map((state) => stands(state, then))).toEqual([
      "draft",
      "closed",
      "cancelled",
    ]);
    expect(signableStateAt({ state: "published", closesAt: null }, then)).toBe("published");
  });

  it("knows no state of something else", () => {
    expect(signableAnswer("cancel", "submitted")).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { type EventState, eventAnswer, eventStates, eventVerbs } from "../../shared/domain/event-states.ts";

const pairs = eventStates.flatMap((state) => eventVerbs.map((verb) => [verb, state] as const));

describe("the life of an event", () => {
  it("goes from proposed by way of the proposer's mail and an organizer to published, closed, cancelled", () => {
    const way: EventState[] = ["unverified"];
    for (const verb of ["verify", "approve", "close", "publish", "cancel"] as const) {
      const answer = eventAnswer(verb, way.at(-1) ?? "unverified");
      way.push("to" in answer ? answer.to : "declined");
    }
    expect(way).toEqual(["unverified", "submitted", "published", "closed", "published", "cancelled"]);
  });

  it.each(pairs)("answers %s in %s, and done twice it is no other thing", (verb, state) => {
    const answer = eventAnswer(verb, state);
    if (!("to" in answer) || verb === "edit" || verb === "ask") return;
    expect(eventAnswer(verb, answer.to)).toEqual({ same: true });
  });

  it("lets nobody decide before the address is confirmed, nor anything be done to what was called off", () => {
    for (const verb of ["approve", "decline", "ask", "publish", "edit"] as const) {
      expect(eventAnswer(verb, "unverified")).toEqual({ refuse: "not-verified" });
      expect(eventAnswer(verb, "cancelled")).toEqual({ refuse: "event-cancelled" });
    }
  });
});

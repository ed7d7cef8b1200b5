import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readStage } from "../../infra/stage.ts";
import { ofType, templates } from "./templates.ts";

describe("one view of a form in how many is told", () => {
  const told = (stage: "prod" | "local") =>
    ofType(templates()[stage].service, "AWS::Lambda::Function")
      .filter(({ Properties }) => Properties.Environment?.Variables?.SEEN_ONE_IN)
      .map(({ Properties }) => [Properties.Description, Properties.Environment.Variables.SEEN_ONE_IN])
      .sort();

  it("is the same for the pages that say it and for the function that adds it: ten, and on one machine each", () => {
    expect(told("prod")).toEqual([
      ["participation-seen", "10"],
      ["website-pages", "10"],
    ]);
    expect(told("local").map(([, oneIn]) => oneIn)).toEqual(["1", "1"]);
  });

  it("must be a whole number", () => {
    const wrong = new App({ context: { stage: "prod", seenOneIn: "0.5" } });
    expect(() => readStage(wrong)).toThrow(/seenOneIn= must be one view in how many; it is 0.5/);
  });
});

describe("hosts that ignore dots", () => {
  const environments = (stage: "prod" | "atOurDomain") =>
    ofType(templates()[stage].service, "AWS::Lambda::Function").map(
      ({ Properties }) => Properties.Environment?.Variables ?? {},
    );

  it("are none unless they are named", () => {
    for (const variables of environments("prod")) expect(variables).not.toHaveProperty("IGNORE_DOTS_AT");
  });

  it("reach every function that names people, the same everywhere", () => {
    const naming = environments("atOurDomain").filter((variables) => "PERSON_KEY_SECRET_ID" in variables);
    expect(naming.length).toBeGreaterThan(3);
    for (const variables of naming) expect(variables.IGNORE_DOTS_AT).toBe("gmail.com,googlemail.com");
  });

  it("must be hosts", () => {
    const wrong = new App({ context: { stage: "prod", ignoreDotsAt: "@gmail.com; x" } });
    expect(() => readStage(wrong)).toThrow(/ignoreDotsAt/);
  });
});

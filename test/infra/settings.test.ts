import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readStage } from "../../infra/stage.ts";
import { ofType, templates } from "./templates.ts";

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

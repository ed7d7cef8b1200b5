import { describe, expect, it } from "vitest";
import { type Resource, templatesOf } from "./templates.ts";

const prod = templatesOf("prod");
const kept = Object.values(prod.data.toJSON().Resources) as Resource[];
const ofType = (type: string) => kept.filter(({ Type }) => Type === type);

describe("what is kept", () => {
  it("is a table that survives its stack, cannot be deleted, and can be brought back to any second", () => {
    const [table] = ofType("AWS::DynamoDB::GlobalTable");
    expect(table?.DeletionPolicy).toBe("Retain");
    expect(table?.Properties.Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ]);
    expect(table?.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
  });

  it("has one index by which lists are read, and one of the headline figures", () => {
    const [table] = ofType("AWS::DynamoDB::GlobalTable");
    expect(table?.Properties.GlobalSecondaryIndexes).toMatchObject([
      {
        IndexName: "lists",
        KeySchema: [
          { AttributeName: "listPk", KeyType: "HASH" },
          { AttributeName: "listSk", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "ALL" },
      },
      { IndexName: "headlines", Projection: { ProjectionType: "INCLUDE" } },
    ]);
  });

  it("is two generated secrets of 64 signs", () => {
    const secrets = ofType("AWS::SecretsManager::Secret");
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) {
      expect(secret.DeletionPolicy).toBe("Retain");
      expect(secret.Properties.GenerateSecretString).toMatchObject({ PasswordLength: 64 });
    }
  });

  it("is staff whom only an invitation lets in, with a second factor", () => {
    const [pool] = ofType("AWS::Cognito::UserPool");
    expect(pool?.DeletionPolicy).toBe("Retain");
    expect(pool?.Properties).toMatchObject({
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      DeletionProtection: "ACTIVE",
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    const groups = ofType("AWS::Cognito::UserPoolGroup").map(({ Properties }) => Properties.GroupName);
    expect(groups.sort()).toEqual(["admin", "organizer", "reviewer"]);
  });
});

describe("the sender", () => {
  const templates = templatesOf("prod", { senderDomain: "mail.example.org" });

  it("signs as our domain with a key of 2048 bits, and hears all that becomes of a mail but who opened it", () => {
    templates.data.hasResourceProperties("AWS::SES::EmailIdentity", {
      EmailIdentity: "mail.example.org",
      DkimSigningAttributes: { NextSigningKeyLength: "RSA_2048_BIT" },
    });
    const [destination] = Object.values(
      templates.data.findResources("AWS::SES::ConfigurationSetEventDestination"),
    );
    expect(destination?.Properties.EventDestination.MatchingEventTypes.sort()).toEqual([
      "bounce",
      "complaint",
      "delivery",
      "deliveryDelay",
      "reject",
      "renderingFailure",
      "send",
    ]);
  });
});

describe("on one machine", () => {
  it("is the same table, which may be deleted", () => {
    const local = templatesOf("local", { origin: "http://localhost:3000" });
    const tableOf = (all: Resource[]) =>
      all.find(({ Type }) => Type === "AWS::DynamoDB::GlobalTable")?.Properties;
    const { Replicas: _, ...here } = tableOf(local.all);
    const { Replicas: __, ...there } = tableOf(prod.all);
    expect(here).toEqual(there);
    expect(tableOf(local.all).Replicas[0].DeletionProtectionEnabled).not.toBe(true);
  });
});

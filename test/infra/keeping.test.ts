import { describe, expect, it } from "vitest";
import { ofType as allOfType, templates } from "./templates.ts";

const { prod, atOurDomain, local } = templates();
const ofType = (type: string, { data } = prod) => allOfType(data, type);

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

  it("is a bucket of pictures that survives its stack and opens to a CDN of our account alone", () => {
    const [bucket] = ofType("AWS::S3::Bucket");
    expect(bucket?.DeletionPolicy).toBe("Retain");
    expect(bucket?.Properties.PublicAccessBlockConfiguration).toMatchObject({ RestrictPublicBuckets: true });
    const [policy] = ofType("AWS::S3::BucketPolicy");
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === "Allow",
    );
    expect(allowed).toMatchObject([
      {
        Action: "s3:GetObject",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Condition: { ArnLike: {} },
      },
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
  it("signs as our domain with a key of 2048 bits, and hears all that becomes of a mail but who opened it", () => {
    const [identity] = ofType("AWS::SES::EmailIdentity", atOurDomain);
    expect(identity?.Properties).toMatchObject({
      EmailIdentity: "mail.example.org",
      DkimSigningAttributes: { NextSigningKeyLength: "RSA_2048_BIT" },
    });
    const [destination] = ofType("AWS::SES::ConfigurationSetEventDestination", atOurDomain);
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
    const tableOf = (stage: typeof prod) => ofType("AWS::DynamoDB::GlobalTable", stage)[0]?.Properties;
    const { Replicas: here, ...localTable } = tableOf(local);
    const { Replicas: _, ...prodTable } = tableOf(prod);
    expect(localTable).toEqual(prodTable);
    expect(here[0].DeletionProtectionEnabled).not.toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { ofType as allOfType, templates } from "./templates.ts";

const { prod, atOurDomain, withOurZone, local } = templates();
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

describe("the records by which hosts know our mails", () => {
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const said = (stage: typeof prod) =>
    Object.entries(stage.outputs).flatMap(([name, { Value }]) =>
      name.startsWith("MailRecord") ? [text(Value)] : [],
    );

  it("are said as outputs: three of DKIM, MX and SPF of our own bounce domain, DMARC", () => {
    const records = said(atOurDomain);
    expect(
      records.filter((record) => /DkimDNSTokenName\d.*CNAME.*DkimDNSTokenValue\d/.test(record)),
    ).toHaveLength(3);
    expect(
      records.some((record) =>
        /bounce\.mail\.example\.org MX 10 feedback-smtp\..*amazonses\.com/.test(record),
      ),
    ).toBe(true);
    expect(records).toContain("bounce.mail.example.org TXT v=spf1 include:amazonses.com -all");
    expect(records).toContain("_dmarc.mail.example.org TXT v=DMARC1; p=quarantine");
    expect(ofType("AWS::Route53::RecordSet", atOurDomain)).toEqual([]);
  });

  it("are made where the zone is ours, the same ones", () => {
    const made = ofType("AWS::Route53::RecordSet", withOurZone).map(({ Properties }) => Properties);
    expect(made.map(({ Type }) => Type)).toEqual(["CNAME", "CNAME", "CNAME", "MX", "TXT", "TXT"]);
    expect(new Set(made.map(({ HostedZoneId }) => HostedZoneId))).toEqual(new Set(["Z0000000EXAMPLE"]));
    expect(made.at(-2)).toMatchObject({
      Name: "bounce.mail.example.org",
      ResourceRecords: ['"v=spf1 include:amazonses.com -all"'],
    });
    expect(made.at(-1)).toMatchObject({
      Name: "_dmarc.mail.example.org",
      ResourceRecords: ['"v=DMARC1; p=quarantine; rua=mailto:postmaster@example.org"'],
    });
    expect(said(withOurZone)).toHaveLength(6);
  });

  it("are none where the sender is an address alone", () => {
    expect(said(prod)).toEqual([]);
  });

  it("go with a list of SES's own, which keeps addresses that bounced or complained, and with TLS", () => {
    const [set] = ofType("AWS::SES::ConfigurationSet", atOurDomain);
    expect(set?.Properties).toMatchObject({
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
    });
  });

  it("send bounces to the domain that SPF is of", () => {
    const [identity] = ofType("AWS::SES::EmailIdentity", atOurDomain);
    expect(identity?.Properties.MailFromAttributes).toEqual({ MailFromDomain: "bounce.mail.example.org" });
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

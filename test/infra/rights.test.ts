import { describe, expect, it } from "vitest";
import { catalogue } from "../../infra/catalogue.ts";
import { actionsOf, ofType, statementsByFunction, templates } from "./templates.ts";

const { service } = templates().prod;
const rights = statementsByFunction(service);

const writes = [
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "PartiQLInsert",
  "PartiQLUpdate",
  "PartiQLDelete",
  "BatchWriteItem",
];

/** Functions with a statement that allows one of these actions, on something whose ARN names `on`. */
function whoMay(actions: string[], on = ""): string[] {
  const may = [...rights].filter(([, statements]) =>
    statements.some(
      (statement) =>
        actionsOf(statement).some((action) => actions.includes(action)) &&
        JSON.stringify(statement.Resource).includes(on),
    ),
  );
  return may.map(([name]) => name).sort();
}

describe("who may do what", () => {
  it("knows every function of the catalogue, and the mailer twice", () => {
    expect([...rights.keys()].sort()).toEqual([...Object.keys(catalogue), "mail-bulk-mailer"].sort());
  });

  it("lets these write the table, and no others", () => {
    expect(whoMay(writes.map((action) => `dynamodb:${action}`))).toEqual([
      "events-door",
      "events-proposals",
      "events-seat-sweep",
      "events-staff",
      "mail-bulk-mailer",
      "mail-fan-out",
      "mail-feedback",
      "mail-mailer",
      "mail-news",
      "mail-news-api",
      "mail-sweep",
      "membership-intake",
      "membership-staff",
      "participation-api",
      "participation-forget",
      "participation-open-data",
      "participation-reconcile",
      "participation-seen",
      "participation-sign",
      "participation-staff",
      "participation-tally",
      "pledges-ask",
      "pledges-follow",
      "pledges-staff",
      "staff-campaigns",
      "staff-exports",
      "staff-people",
    ]);
  });

  it("lets those who take what anybody may say about a form change items, and make, delete or list none", () => {
    const actions = rights.get("participation-seen")?.flatMap(actionsOf) ?? [];
    expect(
      actions.filter((action) => action.startsWith("dynamodb:") && !/:(Batch)?Get|:Query/.test(action)),
    ).toEqual(["dynamodb:UpdateItem"]);
  });

  it("lets only the reconciler read the table from end to end", () => {
    expect(whoMay(["dynamodb:Scan"])).toEqual(["participation-reconcile"]);
  });

  it("lets only those who are given addresses read the key under which people are known", () => {
    expect(whoMay(["secretsmanager:GetSecretValue"], "PersonKey")).toEqual([
      "events-proposals",
      "mail-feedback",
      "membership-intake",
      "membership-staff",
      "participation-api",
      "participation-sign",
      "participation-staff",
    ]);
  });

  it("lets only signup, the mailers and those who look for proofs read the secret under which links are made", () => {
    expect(whoMay(["secretsmanager:GetSecretValue"], "LinkSecret")).toEqual([
      "events-door",
      "events-proposals",
      "events-staff",
      "mail-bulk-mailer",
      "mail-mailer",
      "membership-intake",
      "membership-staff",
      "participation-api",
      "participation-sign",
    ]);
  });

  it("lets only those who take pictures in keep them, and only one show them to the public or take them out", () => {
    expect(whoMay(["s3:PutObject"], "kept/")).toEqual(["events-proposals", "membership-intake"]);
    expect(whoMay(["s3:PutObject"], "pictures/")).toEqual(["pictures-follow"]);
    expect(whoMay(["s3:DeleteObject"])).toEqual(["pictures-follow"]);
    expect(whoMay(["s3:GetObject"], "kept/")).toEqual([
      "events-proposals",
      "membership-intake",
      "membership-staff",
      "participation-api",
      "pictures-follow",
    ]);
    expect(whoMay(["s3:GetObject"], "pictures/")).toEqual([]);
    expect(whoMay(["s3:ListBucket"])).toEqual([]);
  });

  it("lets only the mailers send mail, as our own sender, and the staff's news to themselves", () => {
    const sends = ["ses:SendRawEmail", "ses:SendEmail", "ses:SendBulkEmail"];
    expect(whoMay(sends)).toEqual(["mail-bulk-mailer", "mail-mailer", "mail-news-api"]);
    const sending = [...rights.values()].flat().filter((one) => actionsOf(one).includes("ses:SendRawEmail"));
    for (const { Resource } of sending) expect(JSON.stringify(Resource)).not.toContain('"*"');
  });

  it("lets only outbox, sweep, fan-out and news put mails into the queues", () => {
    expect(whoMay(["sqs:SendMessage"], "MailConfirmation")).toEqual(["mail-fan-out", "mail-sweep", "outbox"]);
    expect(whoMay(["sqs:SendMessage"], "MailBulk")).toEqual([
      "mail-fan-out",
      "mail-news",
      "mail-sweep",
      "outbox",
    ]);
  });

  it("allows no action by a wildcard, and all resources only where AWS lets none be named", () => {
    const withoutResource = ["dynamodb:ListStreams", "ses:GetSendQuota"];
    for (const statement of [...rights.values()].flat()) {
      for (const action of actionsOf(statement)) expect(action).not.toContain("*");
      if (JSON.stringify(statement.Resource).includes('"*"')) {
        expect(withoutResource).toEqual(expect.arrayContaining(actionsOf(statement)));
      }
    }
  });

  it("gives no function more than its own role, and no managed policy", () => {
    const functions = ofType(service, "AWS::Lambda::Function");
    const ours = functions.filter(({ Properties }) => Properties.Description in catalogue);
    const roles = ours.map(({ Properties }) => Properties.Role["Fn::GetAtt"][0]);
    expect(new Set(roles).size).toBe(ours.length);
    for (const role of roles) expect(service[role]?.Properties.ManagedPolicyArns).toBeUndefined();
  });
});

import { CfnOutput, Stack } from "aws-cdk-lib";
import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import type { EmailIdentity } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import type { Stage } from "../stage.ts";

/** One record of DNS; the value of a TXT without quotes. */
export interface DnsRecord {
  type: "CNAME" | "MX" | "TXT";
  name: string;
  value: string;
}

/** Where bounces go (the envelope's sender), so that SPF is of our own domain. */
export function bounceDomainOf(senderDomain: string): string {
  return `bounce.${senderDomain}`;
}

type SendingStage = Pick<Stage, "hostedZoneId" | "dmarcReports"> & { senderDomain: string };

/** An hour: long enough to be kept, short enough to be mended. Seconds. */
const ttl = "3600";

/**
 * The records by which mail hosts know that mails are ours: made where our DNS is in Route 53, and in any case said as
 * outputs (`MailRecord1` …), for who runs it elsewhere.
 */
export function sayOrMakeRecords(scope: Construct, identity: EmailIdentity, stage: SendingStage): void {
  for (const [i, { type, name, value }] of recordsOf(scope, identity, stage).entries()) {
    new CfnOutput(Stack.of(scope), `MailRecord${i + 1}`, { value: `${name} ${type} ${value}` });
    if (stage.hostedZoneId === undefined) continue;
    new CfnRecordSet(scope, `Record${i + 1}`, {
      ...{ hostedZoneId: stage.hostedZoneId, name, type, ttl },
      resourceRecords: [type === "TXT" ? `"${value}"` : value],
    });
  }
}

function recordsOf(
  scope: Construct,
  identity: EmailIdentity,
  { senderDomain, dmarcReports }: SendingStage,
): DnsRecord[] {
  const bounces = bounceDomainOf(senderDomain);
  const reports = dmarcReports ? `; rua=mailto:${dmarcReports}` : "";
  return [
    ...identity.dkimRecords.map(({ name, value }) => ({ type: "CNAME" as const, name, value })),
    { type: "MX", name: bounces, value: `10 feedback-smtp.${Stack.of(scope).region}.amazonses.com` },
    { type: "TXT", name: bounces, value: "v=spf1 include:amazonses.com -all" },
    // Nobody but us sends as this domain, and all that we send is signed: what is not, hosts may hide.
    { type: "TXT", name: `_dmarc.${senderDomain}`, value: `v=DMARC1; p=quarantine${reports}` },
  ];
}

import { type App, Duration } from "aws-cdk-lib";

const stageNames = ["local", "dev", "prod"] as const;
type StageName = (typeof stageNames)[number];

/** What differs between the stages; everything else is the same app. */
export interface Stage {
  name: StageName;
  /** The emulator on one machine: no CDN, no second factor, no protection against deletion. */
  isLocal: boolean;
  /** Where the public reaches us; undefined until the CDN has a name of its own. */
  origin: string | undefined;
  /** A domain of ours for the website, with its certificate (ARN, us-east-1). */
  website: { domain: string; certificateArn: string } | undefined;
  /** The domain that mail is sent from. */
  senderDomain: string | undefined;
  /** The zone of Route 53 that holds the sender's domain; undefined where its records are made by hand. */
  hostedZoneId: string | undefined;
  /** Where hosts send their reports of forged mails (DMARC); undefined for nowhere. */
  dmarcReports: string | undefined;
  senderAddress: string;
  /** Where answers to our mails go; people read it. */
  replyAddress: string;
  /** Mails a second that we may send; undefined where SES is asked for the account's rate. */
  sendRate: number | undefined;
  /**
   * Mail hosts, by commas, at whose addresses dots and a `+suffix` make no other person, such as `gmail.com`. To be set
   * before the first signup and never changed: it is part of people's names (ADR 25).
   */
  ignoreDotsAt: string | undefined;
  /** One in how many views of a form its page tells us of, which is then added as so many. */
  seenOneIn: number;
  /** How long stream consumers gather records. */
  batchWindow: Duration;
  /** Days for which applications are kept that nobody confirmed. */
  unverifiedDays: number;
  /** Days for which declined applications and the husks of members who left are kept. */
  declinedDays: number;
}

/**
 * Reads `-c stage=`, `-c domain=`, `-c certificate=`, `-c senderDomain=`, `-c hostedZoneId=`, `-c dmarcReports=`,
 * `-c replyTo=`, `-c sendRate=`, `-c ignoreDotsAt=`, `-c seenOneIn=`, `-c unverifiedDays=`, `-c declinedDays=` and,
 * locally, `-c origin=`.
 */
export function readStage(app: App): Stage {
  const text = (key: string): string | undefined => app.node.tryGetContext(key) || undefined;
  const name = stageNames.find((known) => known === (text("stage") ?? "dev"));
  if (!name) throw new Error(`-c stage= must be one of ${stageNames.join(", ")}; it is ${text("stage")}`);
  const isLocal = name === "local";
  const website = readWebsite(text("domain"), text("certificate"));
  const senderDomain = text("senderDomain");
  return {
    name,
    isLocal,
    website,
    senderDomain,
    hostedZoneId: readZone(text("hostedZoneId"), senderDomain),
    dmarcReports: text("dmarcReports"),
    origin: website ? `https://${website.domain}` : text("origin"),
    senderAddress: `hello@${senderDomain ?? "globalencryption.example"}`,
    ignoreDotsAt: readHosts(text("ignoreDotsAt")),
    replyAddress: text("replyTo") ?? `people@${senderDomain ?? "globalencryption.example"}`,
    sendRate: readRate(text("sendRate")) ?? (isLocal ? localSendRate : undefined),
    seenOneIn: wholeIn(app, { key: "seenOneIn", standard: isLocal ? 1 : 10, what: "one view in how many" }),
    batchWindow: Duration.seconds(isLocal ? 0 : 1),
    unverifiedDays: wholeIn(app, { key: "unverifiedDays", standard: 7, what: "a number of days" }),
    declinedDays: wholeIn(app, { key: "declinedDays", standard: 180, what: "a number of days" }),
  };
}

/** As functions read it: for how many days what came to nothing is kept. */
export function retentionOf({ unverifiedDays, declinedDays }: Stage): Record<string, string> {
  return { UNVERIFIED_DAYS: String(unverifiedDays), DECLINED_DAYS: String(declinedDays) };
}

function wholeIn(app: App, { key, standard, what }: { key: string; standard: number; what: string }): number {
  const given = Number(app.node.tryGetContext(key) || standard);
  if (!Number.isInteger(given) || given < 1) throw new Error(`-c ${key}= must be ${what}; it is ${given}`);
  return given;
}

/** As functions read it: what the pages carry, and what each view that they tell of stands for. */
export function seenOf({ seenOneIn }: Stage): Record<string, string> {
  return { SEEN_ONE_IN: String(seenOneIn) };
}

/** The emulator calls itself an account of 14 mails a second: a journey of 500 invitations would wait a minute for that. */
const localSendRate = 400;

function readRate(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const rate = Number(given);
  if (!(rate > 0)) throw new Error(`-c sendRate= must be mails a second, above 0; it is ${given}`);
  return rate;
}

function readZone(id: string | undefined, senderDomain: string | undefined): string | undefined {
  if (id && !senderDomain)
    throw new Error("-c hostedZoneId= needs -c senderDomain=, whose records it is to hold");
  return id;
}

function readHosts(text: string | undefined): string | undefined {
  const hosts = text?.toLowerCase();
  if (hosts !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)+(,[a-z0-9-]+(\.[a-z0-9-]+)+)*$/.test(hosts))
    throw new Error(`-c ignoreDotsAt= must be mail hosts with commas between; it is ${text}`);
  return hosts;
}

function readWebsite(domain: string | undefined, certificateArn: string | undefined): Stage["website"] {
  if (!domain) return undefined;
  if (!certificateArn)
    throw new Error("-c domain= needs -c certificate=, the ARN of its certificate in us-east-1");
  return { domain, certificateArn };
}

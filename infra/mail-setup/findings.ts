import type { AccountSetup, ConfigurationSetup, IdentitySetup } from "./account.ts";
import { type DnsSetup, dkimName } from "./dns.ts";

/** All that is known of how we send. */
export interface MailSetup {
  sender: string;
  replyTo: string;
  region: string;
  identity: IdentitySetup | undefined;
  configurationSet: ConfigurationSetup | undefined;
  account: AccountSetup;
  /** Undefined where we send as a single address, whose domain is not ours to set up. */
  dns: DnsSetup | undefined;
}

/** One thing that was looked at: `missing` keeps mails from arriving, `look` is for somebody to think about. */
export interface Finding {
  is: "fine" | "look" | "missing";
  /** What stands, in a sentence. */
  says: string;
  /** What to do; of `missing` and `look`. */
  todo?: string[];
}

const fine = (says: string): Finding => ({ is: "fine", says });
const look = (says: string, ...todo: string[]): Finding => ({ is: "look", says, todo });
const missing = (says: string, ...todo: string[]): Finding => ({ is: "missing", says, todo });

/** What stands, and what is missing, in plain words. Pure. */
export function findingsIn(setup: MailSetup): Finding[] {
  return [
    identityFinding(setup),
    ...(setup.identity ? [dkimFinding(setup), mailFromFinding(setup)] : []),
    ...(setup.dns ? [spfFinding(setup), dmarcFinding(setup)] : []),
    replyFinding(setup),
    ...eventFindings(setup),
    ...accountFindings(setup.account),
    suppressionFinding(setup),
  ];
}

const byDeploy =
  "Deploy with -c senderDomain=<your domain>; with -c hostedZoneId=<zone>, its records are made too.";

function identityFinding({ sender, identity }: MailSetup): Finding {
  if (!identity) return missing(`SES does not know ${sender}: no mail can be sent as it.`, byDeploy);
  if (identity.isVerified) return fine(`SES knows ${sender} and lets us send as it.`);
  return missing(
    `SES knows ${sender}, but has not verified that it is ours: every mail is refused.`,
    "For a domain, make the DKIM records below; SES looks for them within minutes, at most within 72 hours.",
    "For a single address, open the mail that SES has sent to it.",
  );
}

function dkimFinding({ sender, identity, dns }: MailSetup): Finding {
  const dkim = identity?.dkim;
  if (!dkim) return missing("Mails are not signed (DKIM): large hosts refuse or hide them.", byDeploy);
  if (dkim.status === "SUCCESS") {
    return dkim.keyLength === "RSA_1024_BIT"
      ? missing(
          "Mails are signed with a key of 1024 bits, which is short.",
          "Deploy again: the stack asks for 2048 bits.",
        )
      : fine(
          `Mails are signed as ${sender} (DKIM${dkim.keyLength === "RSA_2048_BIT" ? ", 2048 bits" : ""}).`,
        );
  }
  return missing(
    `SES cannot sign mails yet (DKIM is ${dkim.status}).`,
    ...dkim.tokens.flatMap((token) => {
      const wanted = `${token}.dkim.amazonses.com`;
      if (dns?.dkim.get(token)?.includes(wanted)) return [];
      return [`Make this record: ${dkimName(token, sender)} CNAME ${wanted}`];
    }),
    "Where all three stand, wait: SES looks again by itself.",
  );
}

const bounceHost = (region: string): string => `feedback-smtp.${region}.amazonses.com`;

function mailFromFinding({ identity, dns, region }: MailSetup): Finding {
  const mailFrom = identity?.mailFrom;
  if (!mailFrom)
    return missing(
      "Bounces go to amazonses.com: SPF is of their domain, and DMARC rests on DKIM alone.",
      byDeploy,
    );
  const { domain, status } = mailFrom;
  if (status === "SUCCESS") return fine(`Bounces go to our own ${domain} (MAIL FROM).`);
  const stands = dns?.mailFrom?.mx.includes(bounceHost(region));
  return missing(
    `SES does not take bounces for ${domain} yet (MAIL FROM is ${status}).`,
    stands
      ? "Its MX record stands; wait: SES looks again by itself."
      : `Make this record: ${domain} MX 10 ${bounceHost(region)}`,
  );
}

function spfFinding({ identity, dns }: MailSetup): Finding {
  const domain = identity?.mailFrom?.domain;
  if (!domain) return missing("There is no domain of ours that SPF could speak for.", "See MAIL FROM above.");
  const spf = (dns?.mailFrom?.txt ?? []).filter((text) => /^v=spf1(?:\s|$)/.test(text));
  const todo = `Make this record: ${domain} TXT "v=spf1 include:amazonses.com -all"`;
  if (spf.length === 0) return missing(`${domain} does not say who may send for it (SPF).`, todo);
  if (spf.length > 1)
    return missing(`${domain} has ${spf.length} SPF records: hosts take that for none.`, "Leave one.");
  if (!spf[0]?.includes("include:amazonses.com"))
    return missing(`${domain} has an SPF record that does not name SES.`, todo);
  return fine(`${domain} says that SES may send for it (SPF).`);
}

function dmarcFinding({ sender, dns }: MailSetup): Finding {
  const found = dns?.dmarc;
  if (!found)
    return missing(
      `Nobody says what hosts should do with mails that are forged in our name (DMARC); large hosts ask for it.`,
      `Make this record: _dmarc.${sender} TXT "v=DMARC1; p=quarantine"`,
    );
  const policy = /;\s*p=\s*(\w+)/.exec(found.record)?.[1]?.toLowerCase();
  if (policy === "quarantine" || policy === "reject")
    return fine(`Hosts are asked to ${policy} what is forged in our name (DMARC of ${found.at}).`);
  if (policy === "none")
    return look(
      `DMARC of ${found.at} asks hosts to do nothing about forged mails.`,
      "Raise it to p=quarantine once reports show that all of your own mail passes.",
    );
  return missing(
    `DMARC of ${found.at} has no policy that hosts understand.`,
    'Write "v=DMARC1; p=quarantine".',
  );
}

function replyFinding({ replyTo, dns }: MailSetup): Finding {
  if (!dns) return look(`Answers go to ${replyTo}.`, "See that somebody reads it.");
  const domain = replyTo.split("@")[1] ?? "";
  return dns.replyMx.length > 0
    ? fine(`Answers go to ${replyTo}, whose domain takes mail.`)
    : missing(
        `Answers go to ${replyTo}, but ${domain} has no host that takes mail (MX): they are lost.`,
        "Deploy with -c replyTo=<an address that people read>.",
      );
}

/** What must be told for our figures, suppression and the settling of lost answers; in SES's words. */
const wanted = ["SEND", "DELIVERY", "DELIVERY_DELAY", "BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE"];

function eventFindings({ configurationSet: set, identity, sender }: MailSetup): Finding[] {
  if (!set) {
    return [
      missing(
        "SES tells us nothing of what becomes of mails: addresses that bounce or complain are mailed again.",
        byDeploy,
      ),
    ];
  }
  const untold = wanted.filter((kind) => !set.told.has(kind));
  return [
    untold.length === 0
      ? fine(`SES tells us what becomes of each mail (configuration set ${set.name}).`)
      : missing(
          `SES does not tell us of ${untold.join(", ")} (configuration set ${set.name}).`,
          "Deploy again.",
        ),
    ...(set.maySend ? [] : [missing(`Sending with ${set.name} is switched off.`, "Switch it on in SES.")]),
    ...(set.requiresTls
      ? []
      : [look(`${set.name} lets mails go unencrypted where a host knows no TLS.`, "Deploy again.")]),
    ...(identity && identity.configurationSet !== set.name
      ? [look(`${set.name} is not what ${sender} uses unless told; our functions do tell.`, "Deploy again.")]
      : []),
  ];
}

const number = (n: number): string => n.toLocaleString("en");

function accountFindings({
  isProduction,
  maySend,
  enforcement,
  perDay,
  sentToday,
  perSecond,
}: AccountSetup): Finding[] {
  const days = perDay > 0 ? Math.ceil(1_000_000 / perDay) : undefined;
  return [
    isProduction
      ? fine("The account may write to anybody.")
      : missing(
          "The account is in SES's sandbox: it may write to verified addresses only.",
          "Ask for production access in the console of SES; say that people opt in twice, and how they stop mails.",
        ),
    ...(maySend
      ? []
      : [missing("SES has paused sending of the account.", "Read what SES has written to its owner.")]),
    ...(enforcement === "HEALTHY"
      ? []
      : [
          missing(
            `SES has the account under review (${enforcement}).`,
            "Bounces or complaints are too many: stop the news, and answer SES.",
          ),
        ]),
    (days === undefined || days > 7 ? look : fine)(
      `The account may send ${number(perDay)} mails a day, ${number(perSecond)} a second; ${number(sentToday)} went out in the last 24 hours.` +
        (days === undefined
          ? ""
          : ` A mail to a million people takes ${number(days)} ${days === 1 ? "day" : "days"}.`),
      ...(days === undefined || days > 7 ? ["Ask SES for more in time before the day; it takes days."] : []),
    ),
  ];
}

function suppressionFinding({ configurationSet, account }: MailSetup): Finding {
  const reasons = configurationSet?.suppresses ?? account.suppresses;
  const left = ["BOUNCE", "COMPLAINT"].filter((reason) => !reasons.includes(reason));
  if (left.length === 0)
    return fine("SES's own suppression list keeps addresses that bounced or complained.");
  return look(
    `SES's own suppression list does not keep addresses after a ${left.join(" or a ").toLowerCase()}; ours does.`,
    "Deploy again: the configuration set asks for both.",
  );
}

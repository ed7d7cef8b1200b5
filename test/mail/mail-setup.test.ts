import { Resolver } from "node:dns/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dnsSetup } from "../../infra/mail-setup/dns.ts";
import { type Finding, findingsIn, type MailSetup } from "../../infra/mail-setup/findings.ts";
import { reportOf } from "../../infra/mail-setup/report.ts";
import { startNameServer } from "../membership/name-server.ts";

const domain = "mail.example.org";
const everyEvent = [
  "SEND",
  "DELIVERY",
  "DELIVERY_DELAY",
  "BOUNCE",
  "COMPLAINT",
  "REJECT",
  "RENDERING_FAILURE",
];

/** A setup in which nothing is missing. */
const whole: MailSetup = {
  ...{ sender: domain, replyTo: "people@example.org", region: "eu-west-1" },
  identity: {
    isVerified: true,
    dkim: { status: "SUCCESS", keyLength: "RSA_2048_BIT", tokens: ["t1", "t2", "t3"] },
    mailFrom: { domain: "bounce.mail.example.org", status: "SUCCESS" },
    configurationSet: "ours",
  },
  configurationSet: {
    ...{ name: "ours", told: new Set(everyEvent), maySend: true, requiresTls: true },
    suppresses: ["BOUNCE", "COMPLAINT"],
  },
  account: {
    ...{ isProduction: true, maySend: true, enforcement: "HEALTHY", suppresses: [] },
    ...{ perDay: 1_000_000, sentToday: 10, perSecond: 100 },
  },
  dns: {
    dkim: new Map(["t1", "t2", "t3"].map((token) => [token, [`${token}.dkim.amazonses.com`]])),
    mailFrom: {
      mx: ["feedback-smtp.eu-west-1.amazonses.com"],
      txt: ["v=spf1 include:amazonses.com -all"],
    },
    dmarc: { at: domain, record: "v=DMARC1; p=quarantine" },
    replyMx: ["mx.example.org"],
  },
};

const wrong = (changed: Partial<MailSetup>): Finding[] =>
  findingsIn({ ...whole, ...changed }).filter(({ is }) => is !== "fine");
const identity = (changed: Partial<NonNullable<MailSetup["identity"]>>) => {
  if (!whole.identity) throw new Error("the sample has an identity");
  return { identity: { ...whole.identity, ...changed } };
};
const dns = (changed: Partial<NonNullable<MailSetup["dns"]>>) => {
  if (!whole.dns) throw new Error("the sample has DNS");
  return { dns: { ...whole.dns, ...changed } };
};
const set = (changed: Partial<NonNullable<MailSetup["configurationSet"]>>) => {
  if (!whole.configurationSet) throw new Error("the sample has a configuration set");
  return { configurationSet: { ...whole.configurationSet, ...changed } };
};
const account = (changed: Partial<MailSetup["account"]>) => ({ account: { ...whole.account, ...changed } });

describe("what is missing for mails to arrive", () => {
  it("is nothing where all stands", () => {
    expect(wrong({})).toEqual([]);
    expect(reportOf(findingsIn(whole))).toMatch(/Nothing is missing\.$/);
  });

  it.each<[string, Partial<MailSetup>, "missing" | "look", RegExp]>([
    [
      "SES does not know us",
      { identity: undefined, dns: undefined },
      "missing",
      /does not know mail\.example\.org/,
    ],
    ["we are not verified", identity({ isVerified: false }), "missing", /not verified/],
    ["nothing is signed", identity({ dkim: undefined }), "missing", /not signed \(DKIM\)/],
    [
      "the key is short",
      identity({ dkim: { status: "SUCCESS", keyLength: "RSA_1024_BIT", tokens: [] } }),
      "missing",
      /1024 bits/,
    ],
    ["bounces are not ours", identity({ mailFrom: undefined }), "missing", /amazonses\.com/],
    [
      "SES waits for the MX",
      {
        ...identity({ mailFrom: { domain: "bounce.mail.example.org", status: "PENDING" } }),
        ...dns({ mailFrom: { mx: [], txt: ["v=spf1 include:amazonses.com -all"] } }),
      },
      "missing",
      /bounce\.mail\.example\.org MX 10 feedback-smtp\.eu-west-1\.amazonses\.com/,
    ],
    [
      "there is no SPF",
      dns({ mailFrom: { mx: [], txt: ["google-site-verification=1"] } }),
      "missing",
      /\(SPF\)/,
    ],
    [
      "there are two of SPF",
      dns({ mailFrom: { mx: [], txt: ["v=spf1 -all", "v=spf1 include:amazonses.com -all"] } }),
      "missing",
      /2 SPF records/,
    ],
    [
      "SPF names others only",
      dns({ mailFrom: { mx: [], txt: ["v=spf1 include:example.net -all"] } }),
      "missing",
      /does not name SES/,
    ],
    ["there is no DMARC", dns({ dmarc: undefined }), "missing", /_dmarc\.mail\.example\.org TXT/],
    [
      "DMARC asks for nothing",
      dns({ dmarc: { at: domain, record: "v=DMARC1; p=none" } }),
      "look",
      /do nothing/,
    ],
    [
      "DMARC cannot be read",
      dns({ dmarc: { at: domain, record: "v=DMARC1; p=maybe" } }),
      "missing",
      /no policy/,
    ],
    ["answers are lost", dns({ replyMx: [] }), "missing", /Answers go to people@example\.org/],
    ["nothing is told", { configurationSet: undefined }, "missing", /tells us nothing/],
    [
      "complaints are not told",
      set({ told: new Set(everyEvent.filter((kind) => kind !== "COMPLAINT")) }),
      "missing",
      /does not tell us of COMPLAINT /,
    ],
    ["the set is paused", set({ maySend: false }), "missing", /switched off/],
    ["we are in the sandbox", account({ isProduction: false }), "missing", /sandbox/],
    ["the account is paused", account({ maySend: false }), "missing", /paused/],
    ["SES looks closer at us", account({ enforcement: "PROBATION" }), "missing", /PROBATION/],
    ["the quota is small", account({ perDay: 50_000 }), "look", /takes 20 days/],
    ["SES keeps no complaints", set({ suppresses: ["BOUNCE"] }), "look", /a complaint/],
  ])("is said where %s", (_what, changed, is, says) => {
    const found = wrong(changed).filter(({ says: text, todo = [] }) => says.test([text, ...todo].join("\n")));
    expect(found.map((one) => one.is)).toEqual([is]);
    expect(found[0]?.todo?.length).toBeGreaterThan(0);
  });

  it("names each DKIM record that DNS does not have, and no other", () => {
    const pending = { dkim: { status: "PENDING", keyLength: undefined, tokens: ["t1", "t2", "t3"] } };
    const half = {
      dkim: new Map([
        ["t1", ["t1.dkim.amazonses.com"]],
        ["t2", ["elsewhere.example"]],
        ["t3", []],
      ]),
    };
    const [found] = wrong({ ...identity(pending), ...dns(half) });
    expect(found?.todo?.filter((todo) => todo.includes("CNAME"))).toEqual([
      "Make this record: t2._domainkey.mail.example.org CNAME t2.dkim.amazonses.com",
      "Make this record: t3._domainkey.mail.example.org CNAME t3.dkim.amazonses.com",
    ]);
  });

  it("is counted at the end", () => {
    expect(reportOf(findingsIn({ ...whole, ...account({ isProduction: false }) }))).toMatch(
      /One thing is missing/,
    );
  });
});

describe("what DNS says of us", () => {
  let server: Awaited<ReturnType<typeof startNameServer>>;
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  beforeAll(async () => {
    server = await startNameServer({
      "t1._domainkey.mail.example.org": { cname: "t1.dkim.amazonses.com" },
      "bounce.mail.example.org": {
        mx: ["feedback-smtp.eu-west-1.amazonses.com"],
        txt: ["v=spf1 include:amazonses.com -all"],
      },
      "_dmarc.example.org": { txt: ["v=DMARC1; p=reject"] },
      "example.org": { mx: ["mx.example.org"] },
    });
    resolver.setServers([server.address]);
  });
  afterAll(() => server.stop());

  it("is read as hosts read it: the policy of the domain above holds where ours has none", async () => {
    const found = await dnsSetup(resolver, {
      ...{ domain, tokens: ["t1", "t2"] },
      ...{ mailFromDomain: "bounce.mail.example.org", replyDomain: "example.org" },
    });
    expect(found).toEqual({
      dkim: new Map([
        ["t1", ["t1.dkim.amazonses.com"]],
        ["t2", []],
      ]),
      mailFrom: { mx: ["feedback-smtp.eu-west-1.amazonses.com"], txt: ["v=spf1 include:amazonses.com -all"] },
      dmarc: { at: "example.org", record: "v=DMARC1; p=reject" },
      replyMx: ["mx.example.org"],
    });
  });

  it("is not taken for nothing where it does not answer", async () => {
    const silent = new Resolver({ timeout: 200, tries: 1 });
    silent.setServers(["127.0.0.1:9"]);
    const wanted = { domain, tokens: [], mailFromDomain: undefined, replyDomain: "example.org" };
    await expect(dnsSetup(silent, wanted)).rejects.toThrow();
  });
});

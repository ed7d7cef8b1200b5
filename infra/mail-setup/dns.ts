import type { Resolver } from "node:dns/promises";
import { getDomain } from "tldts";

/** What DNS holds for the sender's domain, as the world sees it; empty where there is nothing. */
export interface DnsSetup {
  /** For each of SES's tokens, where its name leads. */
  dkim: Map<string, string[]>;
  mailFrom: { mx: string[]; txt: string[] } | undefined;
  /** The policy of the domain, or of the registrable one above it, which holds where the domain has none. */
  dmarc: { at: string; record: string } | undefined;
  /** Hosts that take answers to our mails. */
  replyMx: string[];
}

export interface DnsWanted {
  domain: string;
  tokens: readonly string[];
  mailFromDomain: string | undefined;
  replyDomain: string;
}

export function dkimName(token: string, domain: string): string {
  return `${token}._domainkey.${domain}`;
}

/** Asks DNS; throws where it does not answer at all, since that says nothing of the records. */
export async function dnsSetup(resolver: Resolver, wanted: DnsWanted): Promise<DnsSetup> {
  const { domain, tokens, mailFromDomain, replyDomain } = wanted;
  const dkim = await Promise.all(
    tokens.map(async (token) => {
      const found = await orNothing(resolver.resolveCname(dkimName(token, domain)));
      return [token, found.map(lowered)] as const;
    }),
  );
  return {
    dkim: new Map(dkim),
    mailFrom:
      mailFromDomain === undefined
        ? undefined
        : { mx: await mailHosts(resolver, mailFromDomain), txt: await texts(resolver, mailFromDomain) },
    dmarc: await dmarcOf(resolver, domain),
    replyMx: await mailHosts(resolver, replyDomain),
  };
}

/** RFC 7489, 6.6.3: the domain's own record, else that of its organizational domain. */
async function dmarcOf(resolver: Resolver, domain: string): Promise<DnsSetup["dmarc"]> {
  for (const at of new Set([domain, getDomain(domain) ?? domain])) {
    const found = (await texts(resolver, `_dmarc.${at}`)).find((text) => /^v=DMARC1\s*(?:;|$)/.test(text));
    if (found) return { at, record: found };
  }
  return undefined;
}

async function mailHosts(resolver: Resolver, name: string): Promise<string[]> {
  const found = await orNothing(resolver.resolveMx(name));
  return found.map(({ exchange }) => lowered(exchange));
}

async function texts(resolver: Resolver, name: string): Promise<string[]> {
  return (await orNothing(resolver.resolveTxt(name))).map((parts) => parts.join(""));
}

const lowered = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** Codes by which a resolver says that a name, or a record of it, is not there. */
const nothing = new Set(["ENODATA", "ENOTFOUND"]);

async function orNothing<Found>(asked: Promise<Found[]>): Promise<Found[]> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && nothing.has(String(error.code))) return [];
    throw error;
  }
}

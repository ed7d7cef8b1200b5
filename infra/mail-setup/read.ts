import type { Resolver } from "node:dns/promises";
import type { SESv2Client } from "@aws-sdk/client-sesv2";
import { accountSetup, configurationSetup, identitySetup } from "./account.ts";
import { dnsSetup } from "./dns.ts";
import type { MailSetup } from "./findings.ts";

/** As whom we send. */
export interface Sending {
  /** A domain, or a single address. */
  sender: string;
  replyTo: string;
  /** Unless told, the one that SES takes for the sender by itself. */
  configurationSet?: string;
}

/** Reads all that is known of how we send: from SES, and, for a domain, from DNS. */
export async function readMailSetup(
  client: SESv2Client,
  { sender, replyTo, configurationSet }: Sending,
  resolver: Resolver,
): Promise<MailSetup> {
  const identity = await identitySetup(client, sender);
  const set = configurationSet ?? identity?.configurationSet;
  const isAddress = sender.includes("@");
  return {
    ...{ sender, replyTo, identity, region: await client.config.region() },
    configurationSet: set === undefined ? undefined : await configurationSetup(client, set),
    account: await accountSetup(client),
    dns: isAddress
      ? undefined
      : await dnsSetup(resolver, {
          domain: sender,
          tokens: identity?.dkim?.tokens ?? [],
          mailFromDomain: identity?.mailFrom?.domain,
          replyDomain: replyTo.split("@")[1] ?? "",
        }),
  };
}

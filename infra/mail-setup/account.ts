import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  type SESv2Client,
} from "@aws-sdk/client-sesv2";

/** What SES says of whom we send as. */
export interface IdentitySetup {
  isVerified: boolean;
  /** Undefined where it signs nothing. */
  dkim: { status: string; keyLength: string | undefined; tokens: string[] } | undefined;
  mailFrom: { domain: string; status: string } | undefined;
  configurationSet: string | undefined;
}

/** What SES says of the set by which it tells us what became of mails. */
export interface ConfigurationSetup {
  name: string;
  /** Kinds of events that are told to somebody, in SES's own words. */
  told: Set<string>;
  maySend: boolean;
  /** Where it has its own setting, `BOUNCE` and `COMPLAINT`; undefined where the account's holds. */
  suppresses: string[] | undefined;
  requiresTls: boolean;
}

/** What SES says of the account. */
export interface AccountSetup {
  isProduction: boolean;
  maySend: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  enforcement: string;
  /** Mails. */
  perDay: number;
  sentToday: number;
  perSecond: number;
  suppresses: string[];
}

/** Undefined where SES does not know the identity. */
export async function identitySetup(
  client: SESv2Client,
  EmailIdentity: string,
): Promise<IdentitySetup | undefined> {
  const found = await unlessMissing(client.send(new GetEmailIdentityCommand({ EmailIdentity })));
  if (!found) return undefined;
  const { DkimAttributes: dkim, MailFromAttributes: from } = found;
  return {
    isVerified: found.VerifiedForSendingStatus === true,
    dkim: dkim?.SigningEnabled
      ? {
          status: dkim.Status ?? "UNKNOWN",
          keyLength: dkim.CurrentSigningKeyLength,
          tokens: dkim.Tokens ?? [],
        }
      : undefined,
    mailFrom: from?.MailFromDomain
      ? { domain: from.MailFromDomain, status: from.MailFromDomainStatus ?? "UNKNOWN" }
      : undefined,
    configurationSet: found.ConfigurationSetName,
  };
}

/** Undefined where SES does not know the set. */
export async function configurationSetup(
  client: SESv2Client,
  ConfigurationSetName: string,
): Promise<ConfigurationSetup | undefined> {
  const set = await unlessMissing(client.send(new GetConfigurationSetCommand({ ConfigurationSetName })));
  if (!set) return undefined;
  const { EventDestinations = [] } = await client.send(
    new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName }),
  );
  const enabled = EventDestinations.filter(({ Enabled }) => Enabled);
  return {
    name: ConfigurationSetName,
    told: new Set(enabled.flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes)),
    maySend: set.SendingOptions?.SendingEnabled !== false,
    suppresses: set.SuppressionOptions?.SuppressedReasons,
    requiresTls: set.DeliveryOptions?.TlsPolicy === "REQUIRE",
  };
}

export async function accountSetup(client: SESv2Client): Promise<AccountSetup> {
  const account = await client.send(new GetAccountCommand({}));
  const { Max24HourSend = 0, SentLast24Hours = 0, MaxSendRate = 0 } = account.SendQuota ?? {};
  return {
    isProduction: account.ProductionAccessEnabled === true,
    maySend: account.SendingEnabled === true,
    enforcement: account.EnforcementStatus ?? "UNKNOWN",
    perDay: Max24HourSend,
    sentToday: SentLast24Hours,
    perSecond: MaxSendRate,
    suppresses: account.SuppressionAttributes?.SuppressedReasons ?? [],
  };
}

async function unlessMissing<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}

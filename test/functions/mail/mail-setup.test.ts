import { Resolver } from "node:dns/promises";
import {
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  CreateEmailIdentityCommand,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsIn } from "../../../infra/mail-setup/findings.ts";
import { readMailSetup } from "../../../infra/mail-setup/read.ts";
import { startNameServer } from "../../membership/name-server.ts";
import { clientFor, engine } from "../../stack/provided.ts";

const client = new SESv2Client(clientFor(engine().endpoint));
const resolver = new Resolver({ timeout: 500, tries: 1 });
let server: Awaited<ReturnType<typeof startNameServer>>;
beforeAll(async () => {
  server = await startNameServer({ "example.org": { mx: ["mx.example.org"] } });
  resolver.setServers([server.address]);
});
afterAll(() => server.stop());

const missingOf = async (sender: string, configurationSet?: string) => {
  const sending = { sender, replyTo: "people@example.org", ...(configurationSet && { configurationSet }) };
  return findingsIn(await readMailSetup(client, sending, resolver)).filter(({ is }) => is === "missing");
};

it("says that SES does not know a domain, and how it comes to", async () => {
  const [first, ...rest] = await missingOf("unknown.example.org");
  expect(first?.says).toMatch(/does not know unknown\.example\.org/);
  expect(rest.some(({ says }) => says.includes("tells us nothing"))).toBe(true);
});

it("reads what is set up, and says what is not", async () => {
  const [EmailIdentity, ConfigurationSetName] = [`mail-${Date.now()}.example.org`, `set-${Date.now()}`];
  await client.send(new CreateConfigurationSetCommand({ ConfigurationSetName }));
  await client.send(
    new CreateConfigurationSetEventDestinationCommand({
      ConfigurationSetName,
      EventDestinationName: "feedback",
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ["SEND", "BOUNCE"],
        SnsDestination: { TopicArn: "arn:aws:sns:us-east-1:000000000000:feedback" },
      },
    }),
  );
  await client.send(new CreateEmailIdentityCommand({ EmailIdentity, ConfigurationSetName }));
  const says = (await missingOf(EmailIdentity, ConfigurationSetName)).map((finding) => finding.says);
  expect(says.some((text) => text.includes("does not know"))).toBe(false);
  expect(says.some((text) => /does not tell us of DELIVERY, .*COMPLAINT/.test(text))).toBe(true);
  expect(says.some((text) => text.includes("(DMARC)"))).toBe(true);
});

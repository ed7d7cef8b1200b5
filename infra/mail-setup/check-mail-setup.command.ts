import { Resolver } from "node:dns/promises";
import { parseArgs } from "node:util";
import { SESv2Client, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import { need } from "../local/deploy.ts";
import { emulatorEnvironment } from "../local/emulator.ts";
import { localFolder } from "../local/paths.ts";
import { findRunningStack } from "../local/stack.ts";
import { findingsIn } from "./findings.ts";
import { readMailSetup, type Sending } from "./read.ts";
import { reportOf } from "./report.ts";

/**
 * `npm run check-mail-setup -- mail.example.org [--reply-to people@example.org]`: what is missing for mails to arrive, in
 * plain words, from SES (credentials and region as in any AWS tool) and from DNS. Without a domain it looks at the local
 * stack. Ends with 1 where something is missing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "reply-to": { type: "string" } },
});

try {
  const findings = findingsIn(
    await readMailSetup(new SESv2Client({}), sending(positionals[0]), new Resolver()),
  );
  console.log(reportOf(findings));
  process.exitCode = findings.some(({ is }) => is === "missing") ? 1 : 0;
} catch (cause) {
  const code = cause instanceof SESv2ServiceException ? `SES answers ${cause.name}: ` : "";
  console.error(code + (cause instanceof Error ? cause.message : String(cause)));
  process.exitCode = 2;
}

function sending(domain: string | undefined): Sending {
  if (domain !== undefined) return { sender: domain, replyTo: values["reply-to"] ?? `people@${domain}` };
  const { endpoint, outputs } = findRunningStack(localFolder);
  Object.assign(process.env, emulatorEnvironment(endpoint));
  return {
    sender: need(outputs, "SenderAddress"),
    replyTo: values["reply-to"] ?? need(outputs, "ReplyAddress"),
    configurationSet: need(outputs, "ConfigurationSet"),
  };
}

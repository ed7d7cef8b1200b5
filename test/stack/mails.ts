import { setTimeout as sleep } from "node:timers/promises";
import { type CaughtMail, MailCatcher } from "../../infra/local/mail-catcher.ts";
import { engine } from "./provided.ts";

/** Mails that the engine's SES sent to an address, newest first. */
export function mailsTo(address: string): CaughtMail[] {
  return new MailCatcher(engine().mails).list(address);
}

/** Waits for at least so many mails to an address; throws after ten seconds. SES passes them on a moment later. */
export async function untilMails(address: string, count = 1): Promise<CaughtMail[]> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const found = mailsTo(address);
    if (found.length >= count) return found;
    await sleep(25);
  }
  throw new Error(`${mailsTo(address).length} mails came, not ${count}`);
}

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

/** Waits until all that SES has taken by now for these addresses has been passed on; throws after half a minute. */
export async function untilPassedOn(addresses: readonly string[]): Promise<void> {
  const wanted = new Set(addresses);
  const answer = await fetch(`${engine().endpoint}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as { messages: Record<string, TakenMail[]> };
  const left = new Set(
    Object.values(messages)
      .flat()
      .filter(({ To }) => To.some((address) => wanted.has(address)))
      .map(({ MessageId }) => MessageId),
  );
  const deadline = Date.now() + 30_000;
  while (left.size > 0) {
    if (Date.now() > deadline) throw new Error(`${left.size} mails never came`);
    await sleep(100);
    for (const { raw } of new MailCatcher(engine().mails).list()) left.delete(idIn(raw));
  }
}

/** The same once all that SES has taken for it was passed on: what is to come to nobody would come a moment later. */
export async function allMailsTo(address: string): Promise<CaughtMail[]> {
  await untilPassedOn([address]);
  return mailsTo(address);
}

/** A mail as SES has it. */
interface TakenMail {
  MessageId: string;
  To: string[];
}

const idIn = (raw: string): string => /^Message-ID: <([^>]+)>/.exec(raw)?.[1] ?? "";

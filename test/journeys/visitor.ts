import { setTimeout as sleep } from "node:timers/promises";
import PostalMime, { type Email } from "postal-mime";
import { wholeStack } from "../stack/provided.ts";

/** What a person does outside our pages: they have an address, read their mail, and look at the counts. */

let made = 0;

/** An address that nobody of this run has had. */
export function freshAddress(name = "person"): string {
  made += 1;
  return `${name}-${process.pid}-${Date.now().toString(36)}-${made}@example.org`;
}

export interface ReceivedMail extends Email {
  raw: string;
}

/** The mails to an address, newest first, read by a parser that did not write them. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const answer = await fetch(`${wholeStack().origin}/mailbox.json?to=${encodeURIComponent(address)}`);
  const listed = (await answer.json()) as { raw: string }[];
  return Promise.all(listed.map(async ({ raw }) => ({ ...(await PostalMime.parse(raw)), raw })));
}

/** Waits until an address has `count` mails; throws after a minute. */
export async function untilMails(address: string, count: number): Promise<ReceivedMail[]> {
  return until(
    () => mailsTo(address),
    (mails) => mails.length >= count,
  );
}

/** Waits for the newest mail that says `text` and is as asked: mails of one moment may come in any order. */
export async function mailWith(
  address: string,
  text: string,
  isIt: (mail: ReceivedMail) => boolean = () => true,
): Promise<ReceivedMail | undefined> {
  const has = (mail: ReceivedMail) => isIt(mail) && (mail.text ?? "").includes(text);
  const mails = await until(
    () => mailsTo(address),
    (all) => all.some(has),
  );
  return mails.find(has);
}

/** The link in the newest mail whose path begins so: `/confirm/`, `/manage/`. */
export function linkIn(mail: ReceivedMail | undefined, path: string): string {
  const links = (mail?.text ?? "").match(/https?:\/\/\S+/g) ?? [];
  const link = links.find((url) => new URL(url).pathname.includes(path));
  if (!link) throw new Error(`the mail has no link to ${path}`);
  return link;
}

/** Presses the button behind the link that an address was mailed. */
export async function confirm(email: string): Promise<void> {
  const link = linkIn(await mailWith(email, "/confirm/"), "/confirm/");
  const confirmed = await post(`/api/confirmations/${new URL(link).pathname.split("/").at(-1)}`, {});
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${confirmed.status}`);
}

/** Sends a form of somebody's and confirms it by the mail's link; gives their address. */
export async function asked(path: string, body: object, email = freshAddress("asked")): Promise<string> {
  const answer = await post(path, { ...body, email });
  if (answer.status !== 202) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  await confirm(email);
  return email;
}

export interface Count {
  people: number;
  actions: number;
  by: { country: Record<string, number> };
}

export async function countOf(scope: string): Promise<Count> {
  const answer = await fetch(`${wholeStack().origin}/api/counts/${scope}`);
  return (await answer.json()) as Count;
}

/**
 * Reads again and again until it is as expected; answers with what it was, throws after a minute. Mails keep to the send
 * rate that SES tells, so one may wait behind the invitations that another journey has caused.
 */
export async function until<Value>(
  read: () => Promise<Value>,
  isRight: (value: Value) => boolean,
): Promise<Value> {
  const deadline = Date.now() + 60_000;
  let value = await read();
  while (!isRight(value)) {
    if (Date.now() > deadline)
      throw new Error(`it did not come about: ${JSON.stringify(value).slice(0, 300)}`);
    await sleep(100);
    value = await read();
  }
  return value;
}

export function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${wholeStack().origin}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

export function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  return post(path, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });
}

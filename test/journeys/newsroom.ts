import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { wholeStack } from "../stack/provided.ts";
import { confirm, mailsTo, mailWith, post, type ReceivedMail, until } from "./visitor.ts";

/** A campaign's news as an organizer sends them, and those who get them. */

export const event = "global-encryption-day-2027";

/** Registers for the day, agrees to news, and confirms; gives the mail that thanks. */
export async function supporter(email: string, given: Record<string, unknown> = {}): Promise<ReceivedMail> {
  await register(email, { consent: { updates: true }, ...given });
  await confirm(email);
  const thanks = await mailWith(email, "/manage/");
  if (!thanks) throw new Error("no mail thanked");
  return thanks;
}

export async function register(
  email: string,
  given: Record<string, unknown> = {},
  slug = event,
): Promise<void> {
  const body = { email, name: "Amina", country: "KE", locale: "en", ...given };
  expect((await post(`/api/events/${slug}/registrations`, body)).status).toBe(202);
}

/** Sends news with this subject to all who agreed, through to the last mail in the queue. */
export async function sendNews(subject: string): Promise<string> {
  const { token } = await signInStaff(wholeStack(), "organizer");
  const staff = { authorization: `Bearer ${token}` };
  const text = { subject, heading: subject, body: "First.\n\nSecond." };
  const begun = await post("/api/staff/news", { campaign: event, texts: { en: text } }, staff);
  expect(begun.status).toBe(201);
  const { id } = (await begun.json()) as { id: string };
  expect((await post(`/api/staff/news/${id}/send`, {}, staff)).status).toBe(200);
  await untilNews(id, token, ({ state }) => state === "sent");
  return id;
}

export interface NewsState {
  state: string;
  progress: { reached: number; sent: number; delivered: number; bounced: number; complained: number };
}

/** Runs the fan-out, which the clock runs each minute, until a mailing stands as is expected. */
export function untilNews(
  id: string,
  token: string,
  isRight: (news: NewsState) => boolean,
): Promise<NewsState> {
  const { origin } = wholeStack();
  return until(async () => {
    await runNews();
    const answer = await fetch(`${origin}/api/staff/news/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await answer.json()) as NewsState;
  }, isRight);
}

async function runNews(): Promise<void> {
  const { endpoint, outputs } = wholeStack();
  const url = `${endpoint}/2015-03-31/functions/${outputs.NewsFunction}/invocations`;
  const answer = await fetch(url, { method: "POST", body: "{}" });
  expect(answer.headers.get("x-amz-function-error")).toBeNull();
  await sleep(200);
}

export async function subjectsTo(email: string): Promise<string[]> {
  return (await mailsTo(email)).map(({ subject = "" }) => subject);
}

import type { Sendings } from "../../shared/domain/sending-health.ts";
import type { Verdict } from "../../shared/mail/feedback.ts";
import type { TaggedMail } from "../../shared/mail/owed.ts";

/** What one batch of SES's words adds to the figures of mailings, by their id. */
export type NewsSendings = Map<string, Sendings>;

/** Counts a word on a mailing's mail: every one that was sent, and a bounce or complaint when it is first heard. */
export function tallyNews(
  news: NewsSendings,
  { mail, verdict, changed }: { mail: TaggedMail; verdict: Verdict; changed: boolean },
): void {
  if (!mail.subject.startsWith("news.")) return;
  const id = mail.subject.slice("news.".length);
  const figures = news.get(id) ?? { sent: 0, delivered: 0, bounced: 0, complained: 0 };
  news.set(id, figures);
  if (verdict.outcome === "Send") figures.sent += 1;
  if (verdict.state === "delivered") figures.delivered += 1;
  if (verdict.state === "bounced" && changed) figures.bounced += 1;
  if (verdict.state === "complained" && changed) figures.complained += 1;
}

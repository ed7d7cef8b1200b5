import type { Speech } from "../../shared/locales/speak.ts";
import { type MailText, mail } from "./mail.tsx";

export interface NewsFacts {
  subject: string;
  heading: string;
  body: string;
  action?: { label: string; url: string } | undefined;
  /** Absent in a preview, which belongs to nobody. */
  links?: { manageUrl: string; unsubscribeUrl: string } | undefined;
}

/** A campaign's news, as staff wrote it: plain paragraphs and at most one action. */
export function newsMail(speech: Speech, { subject, heading, body, action, links }: NewsFacts): MailText {
  const paragraphs = body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return mail(speech, {
    subject,
    preheader: paragraphs[0]?.slice(0, 140) ?? heading,
    heading,
    before: paragraphs,
    action,
    after: [],
    why: speech.t("mail.news.why"),
    footer: links
      ? [
          { label: speech.t("mail.footer.manage"), url: links.manageUrl },
          { label: speech.t("mail.footer.unsubscribe-news"), url: links.unsubscribeUrl },
        ]
      : [],
  });
}

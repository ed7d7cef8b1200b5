import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { tagHeader } from "./tag-header.ts";

/** A mail as its recipient gets it. Addresses are in the form of `readAddress`: ASCII. */
export interface Letter {
  to: string;
  from: { name: string; address: string };
  /** Where an answer goes, which a person reads. */
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  locale: string;
  /** The address of one-click unsubscribing (RFC 8058); only a mail that somebody has just asked for has none. */
  unsubscribe?: string | undefined;
  /** The mail's key as `tagOfMail` writes it; stands in a header, by which notifications without tags name the mail. */
  tag?: string | undefined;
  calendar?: { method: "PUBLISH" | "REQUEST" | "CANCEL"; filename: string; content: string } | undefined;
}

/** The MIME message (RFC 5322), ready for `SendRawEmail`. SES adds Message-ID, Date where it is missing, and DKIM. */
export function mimeOf(letter: Letter): Promise<Buffer> {
  const { calendar } = letter;
  const composer = new MailComposer({
    from: { ...letter.from, name: oneLine(letter.from.name) },
    replyTo: letter.replyTo,
    to: letter.to,
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: headersOf(letter),
    attachments: calendar && [
      {
        filename: calendar.filename,
        content: calendar.content,
        contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
      },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The composer folds what is long and encodes what is not ASCII; a line break of the text itself is but a space. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function headersOf({ locale, unsubscribe, tag }: Letter): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    "Content-Language": oneLine(locale),
    ...(tag && { [tagHeader]: tag }),
    ...(unsubscribe && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

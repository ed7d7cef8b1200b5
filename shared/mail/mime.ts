import * as base64 from "nodemailer/lib/base64/index.js";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type MimeNode from "nodemailer/lib/mime-node/index.js";
import * as quotedPrintable from "nodemailer/lib/qp/index.js";
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
export function mimeOf(letter: Letter): Buffer {
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
  return Buffer.from(written(composer.compile()), "latin1");
}

/**
 * The composer's tree as text, which is ASCII. Its own `build` pipes each part through several streams: twice the processor
 * that handing the mail to SES takes.
 */
function written(node: MimeNode): string {
  const head = `${node.buildHeaders()}\r\n\r\n`;
  if (!node.multipart) return head + encoded(node);
  const parts = node.childNodes.map((part) => `--${node.boundary}\r\n${written(part)}\r\n`);
  return `${head}${parts.join("")}--${node.boundary}--\r\n`;
}

/** All content is text that `mimeOf` hands over; its lines end as those of mails do. */
function encoded(node: MimeNode): string {
  const text = String(node.content).replace(/\r?\n/g, "\r\n");
  const encoding = node.getTransferEncoding();
  if (encoding === "base64") return base64.wrap(base64.encode(text));
  return encoding === "quoted-printable" ? quotedPrintable.wrap(quotedPrintable.encode(text)) : text;
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

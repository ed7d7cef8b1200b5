import { randomUUID } from "node:crypto";
import * as base64 from "nodemailer/lib/base64/index.js";
import MimeNode from "nodemailer/lib/mime-node/index.js";
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

/** The MIME message (RFC 5322), ready for `SendRawEmail`. SES writes the Message-ID anew, and adds DKIM. */
export function mimeOf(letter: Letter): Buffer {
  return Buffer.from(written(treeOf(letter).setHeader(headersOf(letter))), "latin1");
}

/** Text and HTML as alternatives; beside them the calendar's file, where there is one. */
function treeOf({ text, html, calendar }: Letter): MimeNode {
  const options = { baseBoundary: randomUUID() };
  const root = new MimeNode(calendar ? "multipart/mixed" : "multipart/alternative", options);
  const message = calendar ? root.createChild("multipart/alternative", options) : root;
  message.createChild("text/plain; charset=utf-8", options).setContent(text);
  message.createChild("text/html; charset=utf-8", options).setContent(html);
  if (calendar) {
    const type = `text/calendar; charset=utf-8; method=${calendar.method}`;
    const file = root.createChild(type, { ...options, filename: calendar.filename });
    file.setHeader("Content-Transfer-Encoding", "base64").setContent(calendar.content);
  }
  return root;
}

/**
 * The tree as text, which is ASCII. Its own `build` pipes each part through several streams: twice the processor that
 * handing the mail to SES takes.
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
  const encoding = node.getHeader("Content-Transfer-Encoding");
  if (encoding === "base64") return base64.wrap(base64.encode(text));
  return encoding === "quoted-printable" ? quotedPrintable.wrap(quotedPrintable.encode(text)) : text;
}

/** The library folds what is long and encodes what is not ASCII; line breaks and other controls of a text itself are but a space. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function headersOf(letter: Letter): Record<string, string> {
  const { from, locale, unsubscribe, tag } = letter;
  return {
    "Auto-Submitted": "auto-generated",
    "Content-Language": oneLine(locale),
    ...(tag && { [tagHeader]: tag, "Message-ID": `<${tag}@${from.address.split("@").at(-1)}>` }),
    ...(unsubscribe && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
    From: `${quoted(oneLine(from.name))} <${from.address}>`,
    To: letter.to,
    "Reply-To": letter.replyTo,
    Subject: oneLine(letter.subject),
  };
}

/** A name before an address, whatever stands in it (RFC 5322, quoted-string). */
function quoted(name: string): string {
  return `"${name.replace(/["\\]/g, "\\$&")}"`;
}

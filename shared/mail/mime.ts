import { randomUUID } from "node:crypto";
import * as base64 from "nodemailer/lib/base64/index.js";
import { encodeWord, foldLines } from "nodemailer/lib/mime-funcs/index.js";
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
  const { text, html, calendar } = letter;
  const said = multipart("alternative", [part("text/plain", text), part("text/html", html)]);
  const content = calendar ? multipart("mixed", [said, attached(calendar)]) : said;
  return Buffer.from(headersOf(letter) + content, "latin1");
}

/** A boundary that nobody can have written into a part: nobody knows it before. */
function multipart(kind: string, parts: readonly string[]): string {
  const boundary = randomUUID();
  const written = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${written}--${boundary}--\r\n`;
}

function part(type: string, text: string, headers = ""): string {
  const lines = text.replace(/\r?\n/g, "\r\n");
  const [encoding, encoded] = isMostlyAscii(text)
    ? ["quoted-printable", quotedPrintable.wrap(quotedPrintable.encode(lines))]
    : ["base64", base64.wrap(base64.encode(lines))];
  const head = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n`;
  return `${head}${headers}\r\n${encoded}`;
}

function attached({ method, filename, content }: NonNullable<Letter["calendar"]>): string {
  const disposition = `Content-Disposition: attachment; filename="${filename}"\r\n`;
  return part(`text/calendar; method=${method}`, content, disposition);
}

/** Below this share of other letters, quoted-printable is the shorter way to write a text; else base64. */
function isMostlyAscii(text: string): boolean {
  return Buffer.byteLength(text) < 1.1 * text.length;
}

function headersOf(letter: Letter): string {
  const { from, locale, unsubscribe, tag } = letter;
  const headers = {
    From: `${phrase(oneLine(from.name))} <${from.address}>`,
    To: letter.to,
    "Reply-To": letter.replyTo,
    Subject: words(oneLine(letter.subject)),
    Date: new Date().toUTCString().replace("GMT", "+0000"),
    ...(tag && { "Message-ID": `<${tag}@${from.address.split("@").at(-1)}>`, [tagHeader]: tag }),
    "Auto-Submitted": "auto-generated",
    "Content-Language": oneLine(locale),
    ...(unsubscribe && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
    "MIME-Version": "1.0",
  };
  return Object.entries(headers)
    .map(([name, value]) => `${foldLines(`${name}: ${value}`)}\r\n`)
    .join("");
}

/** Line breaks and other controls of a text itself are but a space in a header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** A header's text, in encoded words where it is not ASCII, or looks as if it were encoded (RFC 2047). */
function words(text: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(text) && !text.includes("=?");
  return isPlain ? text : encodeWord(text, isMostlyAscii(text) ? "Q" : "B", 52);
}

/** A name before an address, whatever stands in it (RFC 5322, quoted-string). */
function phrase(name: string): string {
  const said = words(name);
  return said === name ? `"${name.replace(/["\\]/g, "\\$&")}"` : said;
}

import PostalMime, { type Attachment, type Email } from "postal-mime";
import type { CaughtMail } from "../mail-catcher.ts";
import { escapeHtml, pageOf } from "./page.ts";

/** All mails, newest first, with a field to see one address only. */
export function mailList(mails: CaughtMail[], to: string | undefined): string {
  const rows = mails.map(
    (mail) => `<tr><td><a href="/mailbox/${mail.id}">${escapeHtml(mail.subject || "(no subject)")}</a></td>
<td>${escapeHtml(mail.to.join(", "))}</td><td>${escapeHtml(mail.from)}</td><td><time>${mail.at}</time></td></tr>`,
  );
  const table = `<table><thead><tr><th>Subject</th><th>To</th><th>From</th><th>When</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return pageOf(
    "Mailbox",
    `<form action="/mailbox"><label>Only to <input type="search" name="to" value="${escapeHtml(to ?? "")}"></label> <button>Show</button></form>
${mails.length ? table : "<p>No mail yet.</p>"}`,
  );
}

/** One mail: its links, HTML in a frame that may do nothing, text, attachments, headers, source. */
export async function mailPage(mail: CaughtMail): Promise<string> {
  const email = await PostalMime.parse(mail.raw);
  const at = `/mailbox/${mail.id}`;
  const links = [...new Set((email.text ?? "").match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  const headers = email.headers.map(
    ({ originalKey, value }) => `<tr><th>${escapeHtml(originalKey)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return pageOf(
    mail.subject || "(no subject)",
    `<p><a href="/mailbox">All mails</a> · to ${escapeHtml(mail.to.join(", "))} · ${mail.at}</p>
${links.length ? `<h2>Links</h2><ul>${links.map((link) => `<li><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></li>`).join("")}</ul>` : ""}
${email.html ? `<h2>HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${at}/html"></iframe>` : ""}
<h2>Text</h2><pre dir="auto">${escapeHtml(email.text ?? "")}</pre>
${attachments(email, at)}
<h2>Headers</h2><table>${headers.join("")}</table>
<p><a href="${at}/source">Source</a></p>`,
  );
}

function attachments(email: Email, at: string): string {
  if (!email.attachments.length) return "";
  const items = email.attachments.map(
    (one, place) =>
      `<li><a href="${at}/attachment/${place}">${escapeHtml(one.filename ?? "unnamed")}</a> ${escapeHtml(one.mimeType)}</li>`,
  );
  return `<h2>Attachments</h2><ul>${items.join("")}</ul>`;
}

export interface MailPart {
  type: string;
  body: string | Uint8Array;
}

/** `html`, `text`, `source` or `attachment/<place>` of a mail; undefined where it has none. */
export async function mailPart(
  mail: CaughtMail,
  { part, place }: { part: string; place: string | undefined },
): Promise<MailPart | undefined> {
  if (part === "source") return { type: "text/plain; charset=utf-8", body: mail.raw };
  const email = await PostalMime.parse(mail.raw);
  if (part === "text" && email.text) return { type: "text/plain; charset=utf-8", body: email.text };
  if (part === "html" && email.html)
    return { type: "text/html; charset=utf-8", body: inOwnWindow(email.html) };
  const attachment = part === "attachment" ? email.attachments[Number(place)] : undefined;
  return attachment && { type: safeType(attachment), body: bytesOf(attachment) };
}

function inOwnWindow(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}

/** Served from our own address, an attachment must not be run: anything that could is plain bytes. */
function safeType({ mimeType }: Attachment): string {
  return /^(image\/(png|jpeg|gif|webp)|text\/calendar|application\/pdf)$/.test(mimeType)
    ? mimeType
    : "application/octet-stream";
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
}

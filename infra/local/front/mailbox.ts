import type { CaughtMail, MailCatcher } from "../mail-catcher.ts";
import { mailList, mailPage, mailPart } from "./mail-page.ts";
import { pageOf } from "./page.ts";
import type { Exchange } from "./server.ts";

/** What a mail shows may run nothing and load nothing; its links open in a window of their own. */
const mailPolicy =
  "default-src 'none'; img-src data: cid:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox";
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";

/** `/mailbox`, `/mailbox/{id}` and its parts, `/mailbox.json`. */
export async function answerMailbox({ request, response }: Exchange, mails: MailCatcher): Promise<void> {
  const url = new URL(request.url ?? "/", "http://front");
  const send = (status: number, type: string, body: string | Uint8Array): void => {
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "content-security-policy": url.pathname.endsWith("/html") ? mailPolicy : pagePolicy,
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const page = (status: number, html: string): void => send(status, "text/html; charset=utf-8", html);
  const to = url.searchParams.get("to") || undefined;
  if (url.pathname === "/mailbox.json") return send(200, "application/json", JSON.stringify(mails.list(to)));
  const [, , id, part, place] = url.pathname.split("/");
  if (!id) return page(200, mailList(mails.list(to), to));
  const mail = mails.find(id);
  if (!mail) return page(404, pageOf("No such mail", '<p><a href="/mailbox">All mails</a></p>'));
  if (!part) return page(200, await mailPage(mail));
  return sendPart(mail, { part, place }, send);
}

async function sendPart(
  mail: CaughtMail,
  asked: { part: string; place: string | undefined },
  send: (status: number, type: string, body: string | Uint8Array) => void,
): Promise<void> {
  const found = await mailPart(mail, asked);
  if (!found) return send(404, "text/plain; charset=utf-8", "This mail has no such part.");
  send(200, found.type, found.body);
}

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../infra/local/free-port.ts";
import { type Front, startFront } from "../../infra/local/front/server.ts";
import { MailCatcher } from "../../infra/local/mail-catcher.ts";

let mails: MailCatcher;
let front: Front;
let origin: string;

const link = "http://localhost:3000/confirm/abc-_123";
const html = `<html><head></head><body><script>alert(1)</script><a href="${link}">Confirm</a></body></html>`;

beforeAll(async () => {
  mails = new MailCatcher(mkdtempSync(join(tmpdir(), "mail-")));
  const smtp = nodemailer.createTransport({ host: "127.0.0.1", port: await mails.listen(), ignoreTLS: true });
  await smtp.sendMail({ from: "hello@us.example", to: "ann@example.org", subject: "One", text: link, html });
  await smtp.sendMail({
    from: "hello@us.example",
    to: "Bo@example.org",
    subject: "مرحبا <b>",
    text: "Two",
    attachments: [{ filename: "day.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" }],
  });
  smtp.close();
  const port = await freePort();
  front = await startFront(port, mails);
  origin = `http://localhost:${port}`;
});
afterAll(async () => {
  await front.stop();
  await mails.stop();
});

const listOf = async (query = "") => (await fetch(`${origin}/mailbox.json${query}`)).json();
const pageAt = async (path: string) => (await fetch(origin + path)).text();

describe("/mailbox.json", () => {
  it("lists what was sent, newest first, each with the MIME message as it was sent", async () => {
    const list = await listOf();
    expect(list.map((mail: { subject: string }) => mail.subject)).toEqual(["مرحبا <b>", "One"]);
    expect(Object.keys(list[1]).sort()).toEqual(["at", "from", "id", "raw", "subject", "to"]);
    expect(list[1]).toMatchObject({ to: ["ann@example.org"], from: "hello@us.example" });
    expect(list[1].raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(new Date(list[1].at).toISOString()).toBe(list[1].at);
  });

  it("filters by address, whatever its case", async () => {
    expect(await listOf("?to=bo@example.org")).toHaveLength(1);
    expect(await listOf("?to=nobody@example.org")).toEqual([]);
  });
});

describe("/mailbox", () => {
  it("lists mails, and shows a subject as text", async () => {
    const page = await pageAt("/mailbox");
    expect(page).toContain("مرحبا &#60;b&#62;");
    expect(await pageAt("/mailbox?to=ann@example.org")).not.toContain("مرحبا");
  });

  it("shows a mail with its links, and its HTML in a frame that can run nothing", async () => {
    const [, one] = await listOf();
    expect(await pageAt(`/mailbox/${one.id}`)).toContain(`<a href="${link}">`);
    const framed = await fetch(`${origin}/mailbox/${one.id}/html`);
    expect(await pageAt(`/mailbox/${one.id}`)).toContain(
      'sandbox="allow-popups allow-popups-to-escape-sandbox"',
    );
    expect(framed.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  });

  it("gives attachments, source and text", async () => {
    const [two] = await listOf();
    const attachment = await fetch(`${origin}/mailbox/${two.id}/attachment/0`);
    expect(attachment.headers.get("content-type")).toBe("text/calendar");
    expect((await attachment.text()).trim()).toBe("BEGIN:VCALENDAR");
    expect(await pageAt(`/mailbox/${two.id}/source`)).toContain("Subject:");
    expect((await pageAt(`/mailbox/${two.id}/text`)).trim()).toBe("Two");
  });

  it("says 404 for a mail that is not there", async () => {
    expect((await fetch(`${origin}/mailbox/none`)).status).toBe(404);
  });
});

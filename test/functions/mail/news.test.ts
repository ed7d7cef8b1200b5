import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { feedbackBatch } from "../../../functions/mail/feedback-batch.ts";
import { move } from "../../../functions/mail/news-moves.ts";
import { newsOf } from "../../../shared/table/news.ts";
import { addToFigures, newsFigures, newsParts } from "../../../shared/table/news-progress.ts";
import { stopMails, suppress } from "../../../shared/table/suppression.ts";
import { openTable } from "../../../shared/table/table.ts";
import { type Faults, startFaults } from "../../stack/faults.ts";
import { allMailsTo, untilMails } from "../../stack/mails.ts";
import { clientFor } from "../../stack/provided.ts";
import { runBulkMailers, runFanOut, send, supporter, written } from "./newsroom.ts";
import { openPostOffice, type PostOffice, personHashOf, personKey } from "./post-office.ts";
import { certificate, notified, sesSays, topicArn } from "./ses-says.ts";

let office: PostOffice;
let faults: Faults;
beforeAll(async () => {
  faults = await startFaults();
});
beforeEach(async () => {
  await faults.use();
  office = await openPostOffice();
});
afterAll(() => faults.stop());

const someone = () => `p-${randomUUID()}@example.org`;
const many = (n: number) => Array.from({ length: n }, someone);
const state = async (id: string) => (await newsOf(office.table, id))?.state;

describe("a campaign's news", () => {
  it("reach everybody who agreed, once, and nobody else", async () => {
    const agreed = many(12);
    const [never, stopped, all, bounced, withdrawn] = many(5) as [string, string, string, string, string];
    for (const email of [...agreed, stopped, all, bounced]) await supporter(office, email);
    const no = { updates: false, text: "t", locale: "en", at: office.clock.now.toISOString() };
    await supporter(office, never, { consent: no });
    await supporter(office, withdrawn, { state: "withdrawn" });
    await stopMails(office.table, { person: personHashOf(stopped), purpose: "news" }, office.clock.now);
    await stopMails(office.table, { person: personHashOf(all), purpose: "all" }, office.clock.now);
    await suppress(
      office.table,
      { person: personHashOf(bounced), undeliverable: "bounce" },
      office.clock.now,
    );
    const id = await written(office);
    expect(await runFanOut(office)).toBe(0);
    await send(office, id);
    await runFanOut(office);
    await runFanOut(office);
    await runBulkMailers(office);
    for (const email of agreed) {
      await untilMails(email);
      expect(await allMailsTo(email)).toHaveLength(1);
    }
    for (const email of [never, stopped, all, bounced, withdrawn])
      expect(await allMailsTo(email)).toHaveLength(0);
    expect(await state(id)).toBe("sent");
  });

  it("reach somebody who takes part in two actions of the campaign once", async () => {
    const email = someone();
    await supporter(office, email);
    await supporter(office, email, { scope: "event.encryption-workshop" });
    const id = await written(office);
    await send(office, id);
    await runFanOut(office);
    await runBulkMailers(office);
    await untilMails(email);
    expect(await allMailsTo(email)).toHaveLength(1);
  });

  it("come in the reader's language, or in English, with a link that stops the news alone", async () => {
    const [arabic, swahili] = many(2) as [string, string];
    await supporter(office, arabic, { locale: "ar" });
    await supporter(office, swahili, { locale: "sw" });
    await send(office, await written(office));
    await runFanOut(office);
    await runBulkMailers(office);
    const [one] = await untilMails(arabic);
    const [other] = await untilMails(swahili);
    const email = await PostalMime.parse(one?.raw ?? "");
    expect(email.subject).toBe("بقيت سبعة أسابيع");
    expect(email.html).toContain('dir="rtl"');
    expect(email.headers.find(({ key }) => key === "list-unsubscribe")?.value).toMatch(/^<.*unsubscribe/);
    expect((await PostalMime.parse(other?.raw ?? "")).subject).toBe("Seven weeks to go");
  });

  it.each([
    [
      "http://localhost:3000/events/encryption-workshop",
      "http://localhost:3000/sw/events/encryption-workshop",
    ],
    ["http://localhost:3000/fr?source=news#map", "http://localhost:3000/sw?source=news#map"],
    ["http://localhost:3000/api/events.ics", "http://localhost:3000/api/events.ics"],
    ["https://press.example/en/story", "https://press.example/en/story"],
  ])("lead to our pages in the reader's language though the text is in another: %s", async (url, leadsTo) => {
    const reader = someone();
    await supporter(office, reader, { locale: "sw" });
    const french = { subject: "Sept semaines", heading: "Sept", body: "Un.", action: { label: "Lire", url } };
    await send(office, await written(office, { texts: { fr: french } }));
    await runFanOut(office);
    await runBulkMailers(office);
    const [mail] = await untilMails(reader);
    const { subject, html = "", text = "" } = await PostalMime.parse(mail?.raw ?? "");
    expect(subject).toBe("Sept semaines");
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toHaveLength(3);
    expect(links).toContain(leadsTo);
    expect(text).toContain(leadsTo);
    for (const page of ["manage", "unsubscribe"])
      expect(
        links.find((link) => link?.startsWith(`http://localhost:3000/sw/${page}/`)),
        page,
      ).toBeDefined();
  });

  it("are for the languages and countries that staff chose", async () => {
    const [french, swiss, unknown] = many(3) as [string, string, string];
    await supporter(office, french, { locale: "fr", country: "CH" });
    await supporter(office, swiss, { locale: "en", country: "CH" });
    await supporter(office, unknown, { locale: "en" });
    await send(office, await written(office, { audience: { locales: ["en"], countries: ["CH"] } }));
    expect(await runFanOut(office)).toBe(1);
    await runBulkMailers(office);
    await untilMails(swiss);
    expect(await allMailsTo(french)).toHaveLength(0);
    expect(await allMailsTo(unknown)).toHaveLength(0);
  });

  it("go out at their hour though many more were written since", async () => {
    await supporter(office, someone());
    const id = await written(office);
    const sendAt = new Date(office.clock.now.getTime() + 3_600_000).toISOString();
    await move(office.table, id, { verb: "schedule", now: office.clock.now, sendAt });
    for (let i = 1; i <= 51; i++) {
      office.clock.now = new Date(office.clock.now.getTime() + 1_000);
      await written(office);
    }
    office.clock.now = new Date(sendAt);
    expect(await runFanOut(office)).toBe(1);
  });

  it("wait for their hour", async () => {
    await supporter(office, someone());
    const id = await written(office);
    const sendAt = new Date(office.clock.now.getTime() + 3_600_000).toISOString();
    await move(office.table, id, { verb: "schedule", now: office.clock.now, sendAt });
    expect(await runFanOut(office)).toBe(0);
    office.clock.now = new Date(office.clock.now.getTime() + 3_600_000);
    expect(await runFanOut(office)).toBe(1);
    expect(await state(id)).toBe("sent");
  });

  it("go no faster than a day's limit, and go on the next day", async () => {
    for (const email of many(7)) await supporter(office, email);
    const id = await written(office, { perDay: 3 });
    await send(office, id);
    expect(await runFanOut(office)).toBe(3);
    expect(await runFanOut(office)).toBe(0);
    office.clock.now = new Date(office.clock.now.getTime() + 86_400_000);
    expect(await runFanOut(office)).toBe(3);
    expect(await state(id)).toBe("sending");
    office.clock.now = new Date(office.clock.now.getTime() + 86_400_000);
    expect(await runFanOut(office)).toBe(1);
    expect(await state(id)).toBe("sent");
  });

  it("queue no more than may wait, so that a pause is felt soon", async () => {
    for (const email of many(6)) await supporter(office, email);
    await send(office, await written(office));
    expect(await runFanOut(office, { mostWaiting: 4 })).toBe(4);
    expect(await runFanOut(office, { mostWaiting: 4 })).toBe(0);
    await runBulkMailers(office);
    expect(await runFanOut(office, { mostWaiting: 4 })).toBe(2);
  });
});

describe("news that are paused", () => {
  it("send nothing that waits in the queue, and reach everybody once when they are resumed", async () => {
    const emails = many(8);
    for (const email of emails) await supporter(office, email);
    const id = await written(office);
    await send(office, id);
    await runFanOut(office, { mostWaiting: 3 });
    await runBulkMailers(office);
    await runFanOut(office, { mostWaiting: 3 });
    await move(office.table, id, { verb: "pause", now: office.clock.now });
    await runBulkMailers(office);
    expect(await runFanOut(office)).toBe(0);
    await move(office.table, id, { verb: "resume", now: office.clock.now });
    expect(await runFanOut(office)).toBe(5);
    await runBulkMailers(office);
    for (const email of emails) {
      await untilMails(email);
      expect(await allMailsTo(email)).toHaveLength(1);
    }
  });

  it("send nothing any more once they are cancelled", async () => {
    const emails = many(3);
    for (const email of emails) await supporter(office, email);
    const id = await written(office);
    await send(office, id);
    await runFanOut(office, { mostWaiting: 2 });
    await move(office.table, id, { verb: "cancel", now: office.clock.now });
    await runBulkMailers(office);
    expect(await runFanOut(office)).toBe(0);
    for (const email of emails) expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("stop by themselves when too many complain", async () => {
    const people = many(3);
    const supporters = [];
    for (const email of people) supporters.push(await supporter(office, email));
    const id = await written(office, { perDay: 1 });
    await send(office, id);
    await runFanOut(office);
    await runBulkMailers(office);
    const feedback = {
      table: office.table,
      personKey: async () => personKey,
      door: { topicArn, certificate },
      clock: () => office.clock.now,
    };
    const key = (person: string) => `${person}.news.${id}.news.1`;
    const sent = Array.from({ length: 250 }, () =>
      notified(sesSays.plain("Send", { key: key("A".repeat(24)) })),
    );
    await feedbackBatch(feedback, sent);
    expect(await newsFigures(office.table, id, "")).toMatchObject({ sent: 250, complained: 0 });
    await addToFigures(office.table, id, { complained: 2 });
    office.clock.now = new Date(office.clock.now.getTime() + 86_400_000);
    expect(await runFanOut(office)).toBe(0);
    expect(await newsOf(office.table, id)).toMatchObject({ state: "paused", stoppedBy: "complaints" });
  });
});

describe("a fan-out that is broken off anywhere", () => {
  it("passes nobody over and reaches nobody twice", async () => {
    const emails = many(24);
    await Promise.all(emails.map((email) => supporter(office, email)));
    const id = await written(office);
    await send(office, id);
    const client = new DynamoDBClient({ ...clientFor(faults.endpoint), maxAttempts: 1 });
    const through = openTable(office.table.name, client);
    await faults.use(
      { service: "dynamodb", operation: "UpdateItem", probability: 0.25, response: { abort_frac: 0 } },
      {
        service: "dynamodb",
        operation: "UpdateItem",
        probability: 0.15,
        error: { code: "ThrottlingException" },
      },
      { service: "dynamodb", operation: "Query", probability: 0.05, reset: true },
    );
    let broken = 0;
    for (let run = 0; run < 200 && (await state(id)) !== "sent"; run++) {
      await runFanOut(office, { through, pageSize: 3 }).catch(() => {
        broken += 1;
      });
    }
    expect(broken).toBeGreaterThan(2);
    expect(await state(id)).toBe("sent");
    await runBulkMailers(office);
    for (const email of emails) {
      await untilMails(email);
      expect(await allMailsTo(email)).toHaveLength(1);
    }
    const parts = [...(await newsParts(office.table, id)).values()];
    expect(parts.every(({ done }) => done)).toBe(true);
  }, 60_000);
});

import { randomUUID } from "node:crypto";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { SQSRecord } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { feedbackBatch } from "../../../functions/mail/feedback-batch.ts";
import { personHash } from "../../../shared/domain/person-hash.ts";
import { tagOfMail } from "../../../shared/mail/owed.ts";
import { suppressionKey } from "../../../shared/table/keys.ts";
import { claimMails, settleMails } from "../../../shared/table/mail.ts";
import type { Participation } from "../../../shared/table/participation.ts";
import { Suppression } from "../../../shared/table/suppression.ts";
import { plain, stored } from "../../../shared/table/table.ts";
import { allMailsTo } from "../../stack/mails.ts";
import {
  confirmMailOf,
  openPostOffice,
  type PostOffice,
  personKey,
  runMailers,
  runOutbox,
  runSweep,
  scope,
  signedUp,
} from "./post-office.ts";
import { certificate, notified, older, sesSays, topicArn } from "./ses-says.ts";

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});

const someone = () => `p-${randomUUID()}@example.org`;

async function tell(...records: SQSRecord[]): Promise<number> {
  const feedback = {
    table: office.table,
    personKey: async () => personKey,
    door: { topicArn, certificate },
    clock: () => office.clock.now,
  };
  return (await feedbackBatch(feedback, records)).batchItemFailures.length;
}

async function suppressionOf(email: string): Promise<Suppression | undefined> {
  const { client, name: TableName } = office.table;
  const Key = stored({ ...suppressionKey(personHash(email, personKey)) });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item && Suppression.parse(plain(Item));
}

const keyOf = ({ person }: Participation) => `${person}.${scope}.confirm.1`;

/** A mail that was handed to SES, with what is known of it. */
async function handedOver(email: string, state: "claimed" | "sent" | "unknown"): Promise<Participation> {
  const participation = await signedUp(office, email);
  const key = keyOf(participation);
  const worker = { claim: randomUUID(), now: office.clock.now };
  await claimMails(office.table, [{ key, kind: "confirm" }], worker);
  const owed = JSON.stringify({
    ...{ kind: "confirm", person: participation.person, subject: scope, occurrence: 1 },
    owedAt: participation.changedAt,
  });
  // As a worker sends it, together with others.
  const others = ["one.more", "another"].map(
    (other) => ({ key: other, state: "sent", again: false }) as const,
  );
  if (state === "sent") await settleMails(office.table, [{ key, state, again: false }, ...others], worker);
  if (state === "unknown")
    await settleMails(office.table, [{ key, state, owed, since: worker.now.toISOString() }], worker);
  return participation;
}

describe("what SES tells of a mail", () => {
  it("settles one of unknown outcome by its tag, so that the sweep does not send it again", async () => {
    const email = someone();
    const participation = await handedOver(email, "unknown");
    expect(await tell(notified(sesSays.plain("Send", { key: keyOf(participation), to: email })))).toBe(0);
    expect((await confirmMailOf(office, participation))?.state).toBe("sent");
    office.clock.now = new Date(office.clock.now.getTime() + 16 * 60_000);
    expect(await runSweep(office)).toEqual({ again: 0, left: 0 });
  });

  it("settles one whose worker died, by the delivery alone", async () => {
    const participation = await handedOver(someone(), "claimed");
    await tell(notified(sesSays.plain("Delivery", { key: keyOf(participation) })));
    expect((await confirmMailOf(office, participation))?.state).toBe("delivered");
  });

  it("settles one that only its header names, where the notification is an older one, without tags", async () => {
    const participation = await handedOver(someone(), "unknown");
    const { mail, ...event } = older(sesSays.plain("Delivery", {})) as unknown as { mail: object };
    const headers = [{ name: "X-Mail-Key", value: tagOfMail(keyOf(participation)) }];
    expect(await tell(notified({ ...event, mail: { ...mail, headers } }))).toBe(0);
    expect((await confirmMailOf(office, participation))?.state).toBe("delivered");
  });

  it("changes nothing where the mailer knows that it is sent, since each such write would cost", async () => {
    const participation = await handedOver(someone(), "sent");
    await tell(notified(sesSays.plain("Delivery", { key: keyOf(participation) })));
    expect((await confirmMailOf(office, participation))?.state).toBe("sent");
  });

  it("may come in any order and twice: a bounce stands against the delivery that it overtook", async () => {
    const email = someone();
    const participation = await handedOver(email, "unknown");
    const about = { key: keyOf(participation), to: email };
    const bounce = notified(sesSays.bounce(about));
    const send = notified(sesSays.plain("Send", about));
    const delivery = notified(sesSays.plain("Delivery", about));
    expect(await tell(bounce, send, delivery, bounce)).toBe(0);
    expect(await tell(delivery, bounce)).toBe(0);
    expect(await confirmMailOf(office, participation)).toMatchObject({
      state: "bounced",
      outcome: "Permanent General",
    });
  });

  it("marks a mail that SES would not pass on as refused", async () => {
    const participation = await handedOver(someone(), "sent");
    await tell(notified(sesSays.plain("Reject", { key: keyOf(participation) })));
    expect(await confirmMailOf(office, participation)).toMatchObject({ state: "refused", outcome: "Reject" });
  });

  it("is let pass where it is none of ours: greetings, delays, other kinds, tags of somebody else", async () => {
    const strange = { ...sesSays.plain("Delivery", {}), mail: { messageId: "m", tags: { mail: ["!?"] } } };
    expect(
      await tell(
        notified("Successfully validated SNS topic for Amazon SES event publishing."),
        notified(sesSays.plain("DeliveryDelay", {})),
        notified(sesSays.plain("Subscription", {})),
        notified(strange),
      ),
    ).toBe(0);
  });
});

describe("an address that does not take mail, or whose owner complains", () => {
  it("is suppressed at the first hard bounce, and gets no mail any more", async () => {
    const email = someone();
    await signedUp(office, email);
    await tell(notified(sesSays.bounce({ to: email })));
    expect((await suppressionOf(email))?.undeliverable).toBe("bounce");
    await runOutbox(office);
    await runMailers(office);
    expect(await allMailsTo(email)).toHaveLength(0);
  });

  it("is found by its recipient where the older notification carries no tag, however it is written", async () => {
    const email = someone();
    const to = `Somebody <${email.replace("p-", "P-")}>`;
    await tell(notified(older(sesSays.complaint({ to }))));
    expect((await suppressionOf(email))?.undeliverable).toBe("complaint");
  });

  it("is suppressed by its own complaint more firmly than by a bounce, in either order", async () => {
    const [one, other] = [someone(), someone()];
    await tell(notified(sesSays.bounce({ to: one })), notified(sesSays.complaint({ to: one })));
    await tell(notified(sesSays.complaint({ to: other })), notified(sesSays.bounce({ to: other })));
    expect((await suppressionOf(one))?.undeliverable).toBe("complaint");
    expect((await suppressionOf(other))?.undeliverable).toBe("complaint");
  });

  it("is not suppressed when its owner says that a mail is no spam", async () => {
    const email = someone();
    await tell(notified(sesSays.complaint({ to: email }, { complaintFeedbackType: "not-spam" })));
    expect(await suppressionOf(email)).toBeUndefined();
  });

  it("is suppressed after three soft bounces within a month, the same one told twice being one", async () => {
    const email = someone();
    const full = () =>
      notified(sesSays.bounce({ to: email }, { bounceType: "Transient", bounceSubType: "MailboxFull" }));
    const first = full();
    await tell(first, first, first, full());
    expect((await suppressionOf(email))?.undeliverable).toBeUndefined();
    await tell(full());
    expect((await suppressionOf(email))?.undeliverable).toBe("bounce");
  });

  it("forgets soft bounces that are older than a month", async () => {
    const email = someone();
    const soft = { bounceType: "Transient", bounceSubType: "MailboxFull" };
    const long = new Date(office.clock.now.getTime() - 31 * 86_400_000).toISOString();
    await tell(
      notified(sesSays.bounce({ to: email }, { ...soft, timestamp: long })),
      notified(sesSays.bounce({ to: email }, { ...soft, timestamp: long })),
      notified(sesSays.bounce({ to: email }, soft)),
    );
    const suppression = await suppressionOf(email);
    expect(suppression?.undeliverable).toBeUndefined();
    expect(suppression?.softBounces?.size).toBe(1);
  });

  it("is not blamed for a mail that was too large or not liked", async () => {
    const email = someone();
    const large = { bounceType: "Transient", bounceSubType: "MessageTooLarge" };
    for (let n = 0; n < 4; n++) await tell(notified(sesSays.bounce({ to: email }, large)));
    expect(await suppressionOf(email)).toBeUndefined();
  });
});

describe("a forged message", () => {
  const email = someone();
  const complaint = sesSays.complaint({ to: email });

  it.each([
    ["has a wrong signature", { Message: JSON.stringify(sesSays.bounce({ to: email })) }],
    ["comes from another topic", { TopicArn: "arn:aws:sns:us-east-1:222222222222:feedback" }],
    [
      "names a certificate elsewhere",
      { SigningCertURL: "https://sns.us-east-1.amazonaws.com.example.org/a.pem" },
    ],
    ["names a certificate without TLS", { SigningCertURL: "http://sns.us-east-1.amazonaws.com/a.pem" }],
    ["has a signature of an unknown kind", { SignatureVersion: "3" }],
    ["is cut off", { Message: "" }],
  ])("that %s changes nothing and ends among the dead letters", async (_what, changed) => {
    expect(await tell(notified(complaint, changed))).toBe(1);
    expect(await suppressionOf(email)).toBeUndefined();
  });

  it("does not hold up the honest ones beside it", async () => {
    const honest = someone();
    expect(
      await tell(
        notified(complaint, { Signature: "AAAA" }),
        { messageId: "x", body: "no JSON" } as SQSRecord,
        notified(sesSays.bounce({ to: honest })),
      ),
    ).toBe(2);
    expect((await suppressionOf(honest))?.undeliverable).toBe("bounce");
  });
});

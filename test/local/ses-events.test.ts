import { describe, expect, it } from "vitest";
import { eventsOf } from "../../infra/local/ses-events.ts";
import { SesEvent } from "../../shared/contracts/ses-event.ts";
import { verdictOn } from "../../shared/mail/feedback.ts";
import { tagOfMail } from "../../shared/mail/owed.ts";

const key = `${"A".repeat(24)}.event.workshop.confirm.1`;

async function told(to: string): Promise<SesEvent[]> {
  const raw = `X-Mail-Key: ${tagOfMail(key)}\r\nSubject: Hello\r\n\r\nHello`;
  const events = await eventsOf({
    id: "1",
    to: [to],
    from: "a@b.example",
    subject: "Hello",
    at: "2026-11-27T10:00:00Z",
    raw,
  });
  return events.map((event) => SesEvent.parse(event));
}

describe("what the emulated SES tells of a mail", () => {
  it.each([
    ["ann@example.org", ["sent", "delivered"]],
    ["success@simulator.amazonses.com", ["sent", "delivered"]],
    ["bounce@simulator.amazonses.com", ["sent", "bounced"]],
    ["bounce+two@simulator.amazonses.com", ["sent", "bounced"]],
    ["suppressionlist@simulator.amazonses.com", ["sent", "bounced"]],
    ["complaint@simulator.amazonses.com", ["sent", "delivered", "complained"]],
  ])("to %s is %j, with the mail's key as its tag", async (to, states) => {
    const events = await told(to);
    expect(events.map((event) => verdictOn(event)?.state)).toEqual(states);
    expect(events.map(({ mail }) => mail.tags.mail)).toEqual(states.map(() => [tagOfMail(key)]));
  });

  it("suppresses at once whose mailbox is not, and whoever complains", async () => {
    const worst = async (to: string) => verdictOn((await told(to)).at(-1) as SesEvent)?.undeliverable;
    expect(await worst("bounce@simulator.amazonses.com")).toBe("bounce");
    expect(await worst("complaint@simulator.amazonses.com")).toBe("complaint");
    expect(await worst("ann@example.org")).toBeUndefined();
  });
});

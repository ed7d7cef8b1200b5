import { rmSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { expect, it } from "vitest";
import { freePort } from "../../infra/local/free-port.ts";
import { localFolder } from "../../infra/local/paths.ts";
import { type LocalStack, startLocalStack } from "../../infra/local/stack.ts";
import { linkIn, until } from "../journeys/visitor.ts";

const folder = join(localFolder, "test/second-start");
const day = "global-encryption-day-2027";

/** As `npm start` does it; none of the other tests' emulators has a part in it. */
async function start(): Promise<LocalStack> {
  return startLocalStack({ port: await freePort(), folder, keepState: true, say: () => {} });
}

async function peopleIn({ origin }: LocalStack): Promise<number> {
  const answer = await fetch(`${origin}/api/counts/event.${day}`);
  return ((await answer.json()) as { people: number }).people;
}

/** Signs up, reads the mail, confirms by its link. */
async function register({ origin, mails }: LocalStack, email: string): Promise<void> {
  const asked = await fetch(`${origin}/api/events/${day}/registrations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email }),
  });
  expect(asked.status).toBe(202);
  const [mail] = await until(
    async () => mails.list(email),
    (all) => all.length > 0,
  );
  const read = await PostalMime.parse(mail?.raw ?? "");
  const token = new URL(linkIn({ ...read, raw: mail?.raw ?? "" }, "/confirm/")).pathname.split("/").at(-1);
  const confirmed = await fetch(`${origin}/api/confirmations/${token}`, { method: "POST" });
  expect(confirmed.status).toBe(200);
}

it("goes on where it was: a second start keeps who was counted, and counts and writes to who comes next", async () => {
  rmSync(folder, { recursive: true, force: true });
  const first = await start();
  await register(first, "before@example.org");
  await register(first, "also-before@example.org");
  await until(
    () => peopleIn(first),
    (people) => people === 2,
  );
  await first.stop();
  const second = await start();
  try {
    expect(await peopleIn(second)).toBe(2);
    await register(second, "after@example.org");
    await until(
      () => peopleIn(second),
      (people) => people === 3,
    );
  } finally {
    await second.stop();
  }
}, 420_000);

import { feedbackBatch } from "../../../functions/mail/feedback-batch.ts";
import { MailCatcher } from "../../../infra/local/mail-catcher.ts";
import { eventsOf } from "../../../infra/local/ses-events.ts";
import type { Participation } from "../../../shared/table/participation.ts";
import type { Faults } from "../../stack/faults.ts";
import { untilPassedOn } from "../../stack/mails.ts";
import { engine } from "../../stack/provided.ts";
import {
  confirmMailOf,
  type PostOffice,
  personKey,
  runMailers,
  runOutbox,
  runSweep,
  signedUp,
} from "./post-office.ts";
import { certificate, notified, topicArn } from "./ses-says.ts";

/** What came of so many owed mails with SES throttling, failing and losing answers. */
export interface StormReport {
  owed: number;
  /** By how many mails arrived at an address. */
  arrived: Record<number, number>;
  /** By what is recorded of the mail. */
  states: Record<string, number>;
  givenUp: number;
  faults: Record<string, number>;
  seconds: number;
}

/** One in ten is throttled, one in twenty fails, of one in twenty the answer is lost after SES took the mail. */
export const storm = [
  { operation: "SendRawEmail", probability: 0.1, error: { code: "Throttling", status: 400 } },
  { operation: "SendRawEmail", probability: 0.05, error: { code: "InternalFailure", status: 500 } },
  { operation: "SendRawEmail", probability: 0.05, response: { abort_frac: 0 } },
];

export interface Weather {
  owed: number;
  /** Whether SES tells what became of the mails, before the sweep looks for those of unknown outcome. */
  told: boolean;
}

/** So many people sign up, every stream batch comes twice, four mailers work in the storm; then the sweep, in calm. */
export async function weather(
  office: PostOffice,
  faults: Faults,
  { owed, told }: Weather,
): Promise<StormReport> {
  const started = performance.now();
  const people: { email: string; participation: Participation }[] = [];
  for (let first = 0; first < owed; first += 50) {
    const some = Array.from(
      { length: Math.min(50, owed - first) },
      (_, i) => `storm-${started}-${first + i}@example.org`,
    );
    const participations = await Promise.all(some.map((email) => signedUp(office, email)));
    people.push(...participations.map((participation, i) => ({ email: some[i] ?? "", participation })));
  }
  await faults.use(...storm);
  await runOutbox(office);
  await runOutbox(office);
  let givenUp = await runMailers(office, 4);
  const fired = await faults.fired();
  await faults.use();
  if (told) await tellOf(office, new Set(people.map(({ email }) => email)));
  for (let run = 0; run < 3; run++) {
    office.clock.now = new Date(office.clock.now.getTime() + 16 * 60_000);
    await runSweep(office);
    givenUp += await runMailers(office, 4);
  }
  await untilPassedOn(people.map(({ email }) => email));
  return {
    owed,
    arrived: arrivals(people.map(({ email }) => email)),
    states: await statesOf(
      office,
      people.map(({ participation }) => participation),
    ),
    givenUp,
    faults: countBy(fired.map(({ action }) => action)),
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

/** SES's own events of every mail that it took, each told twice. */
async function tellOf(office: PostOffice, emails: ReadonlySet<string>): Promise<void> {
  await untilPassedOn([...emails]);
  const feedback = {
    table: office.table,
    personKey: async () => personKey,
    door: { topicArn, certificate },
    clock: () => office.clock.now,
  };
  const mails = new MailCatcher(engine().mails).list().filter(({ to }) => emails.has(to[0] ?? ""));
  for (let first = 0; first < mails.length; first += 10) {
    const events = await Promise.all(mails.slice(first, first + 10).map(eventsOf));
    const records = events.flat().map((event) => notified(event));
    await feedbackBatch(feedback, [...records, ...records]);
  }
}

function arrivals(emails: string[]): Record<number, number> {
  const all = countBy(new MailCatcher(engine().mails).list().flatMap(({ to }) => to));
  return countBy(emails.map((email) => all[email] ?? 0));
}

async function statesOf(
  office: PostOffice,
  participations: Participation[],
): Promise<Record<string, number>> {
  const states: string[] = [];
  for (const participation of participations) {
    const mail = await confirmMailOf(office, participation);
    states.push(mail?.again ? `${mail.state} at the second try` : (mail?.state ?? "none"));
  }
  return countBy(states);
}

function countBy(values: (string | number)[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const value of values) counted[value] = (counted[value] ?? 0) + 1;
  return counted;
}

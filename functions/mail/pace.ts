import { GetSendQuotaCommand, type SESClient } from "@aws-sdk/client-ses";

/** Keeps one worker to its share of the account's send rate (mails a second), read from SES every minute. */
export interface Pace {
  client: SESClient;
  workers: number;
  perSecond?: number;
  readAt?: number;
  next?: number;
}

const rereadMs = 60_000;
/** Until SES has told us, the rate of an account in the sandbox. */
const leastPerSecond = 1;

/** Waits until this worker may send its next mail. */
export async function pacedBy(pace: Pace): Promise<void> {
  const now = performance.now();
  if (pace.readAt === undefined || now - pace.readAt > rereadMs) await readRate(pace, now);
  const start = Math.max(now, pace.next ?? 0);
  pace.next = start + 1000 / (pace.perSecond ?? leastPerSecond);
  if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now));
}

/** An unread rate leaves the last known one in force: that SES does not answer must not stop the mails it would take. */
async function readRate(pace: Pace, now: number): Promise<void> {
  pace.readAt = now;
  try {
    const { MaxSendRate } = await pace.client.send(new GetSendQuotaCommand({}));
    pace.perSecond = Math.max(leastPerSecond, MaxSendRate ?? leastPerSecond) / pace.workers;
  } catch {
    pace.perSecond ??= leastPerSecond / pace.workers;
  }
}

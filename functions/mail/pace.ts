import { GetSendQuotaCommand, type SESClient } from "@aws-sdk/client-ses";

/**
 * Keeps one worker to its share of the account's send rate (mails a second), which is read from SES every minute, or
 * `given` where the account has other senders, or is an emulator's, whose rate is no one's.
 */
export interface Pace {
  client: SESClient;
  workers: number;
  given?: number | undefined;
  perSecond?: number;
  readAt?: number;
  next?: number;
}

const rereadMs = 60_000;
/** Until SES has told us, the rate of an account in the sandbox. */
const leastPerSecond = 1;

/** Waits until this worker may send its next mail. */
export async function pacedBy(pace: Pace): Promise<void> {
  await knowRate(pace);
  const now = performance.now();
  const start = Math.max(now, pace.next ?? 0);
  pace.next = start + 1000 / (pace.perSecond ?? leastPerSecond);
  if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now));
}

/** How many mails this worker may send within so many milliseconds; one at least, or nothing would ever be sent. */
export async function roomWithin(pace: Pace, ms: number): Promise<number> {
  await knowRate(pace);
  return Math.max(1, Math.floor((ms / 1000) * (pace.perSecond ?? leastPerSecond)));
}

/** An unread rate leaves the last known one in force: that SES does not answer must not stop the mails it would take. */
async function knowRate(pace: Pace): Promise<void> {
  const now = performance.now();
  if (pace.readAt !== undefined && now - pace.readAt <= rereadMs) return;
  pace.readAt = now;
  if (pace.given !== undefined) {
    pace.perSecond = pace.given / pace.workers;
    return;
  }
  try {
    const { MaxSendRate } = await pace.client.send(new GetSendQuotaCommand({}));
    pace.perSecond = Math.max(leastPerSecond, MaxSendRate ?? leastPerSecond) / pace.workers;
  } catch {
    pace.perSecond ??= leastPerSecond / pace.workers;
  }
}

/** What happens on the simulated day, by second. */
export interface Day {
  seconds: number;
  /** For each second the events in it, each a person's number times four plus what they do. */
  events: number[][];
  signups: number;
}

export const signup = 0;
export const again = 1;
export const confirmation = 2;
export const withdrawal = 3;

const daySeconds = 86_400;
const peaksAt = [9 * 3600, 17 * 3600 + 1800];
const peakRate = 2_000;

/**
 * Signups a second: a quiet night, two humps, and twice a day a mail to all or the evening news: in twenty seconds up to
 * the peak, half a minute on it, then down by half every forty seconds.
 */
function shape(second: number): { base: number; peak: number } {
  const hour = second / 3600;
  const base = 0.25 + Math.exp(-((hour - 10) ** 2) / 8) + 1.2 * Math.exp(-((hour - 18) ** 2) / 10);
  const peak = peaksAt.reduce((rate, at) => Math.max(rate, pulse(second - at)), 0);
  return { base, peak };
}

function pulse(since: number): number {
  if (since < 0) return 0;
  if (since < 20) return (since / 20) * peakRate;
  return since < 50 ? peakRate : peakRate * 0.5 ** ((since - 50) / 40);
}

/** A day of so many signups: 70 % confirm, 3 % sign up twice, 2 % of the confirmed withdraw. Peaks stay as high as they are. */
export function makeDay(signups: number, random: () => number): Day {
  const shapes = Array.from({ length: daySeconds }, (_, second) => shape(second));
  const inPeaks = shapes.reduce((sum, { peak }) => sum + peak, 0);
  const weights = shapes.reduce((sum, { base }) => sum + base, 0);
  const share = Math.max(0, signups - inPeaks) / weights;
  const events: number[][] = Array.from({ length: daySeconds }, () => []);
  let person = 0;
  shapes.forEach(({ base, peak }, second) => {
    const expected = peak > 1 ? Math.max(peak, base * share) : base * share;
    const count = Math.floor(expected) + (random() < expected % 1 ? 1 : 0);
    for (let i = 0; i < count; i++) live(events, { person: person++, second }, random);
  });
  return { seconds: daySeconds, events, signups: person };
}

function live(
  events: number[][],
  { person, second }: { person: number; second: number },
  random: () => number,
): void {
  const at = (when: number, what: number) => events[Math.floor(when)]?.push(person * 4 + what);
  at(second, signup);
  if (random() < 0.03) at(second + 30 + random() * 3600, again);
  if (random() >= 0.7) return;
  const confirmed = second + 90 * Math.exp(1.2 * normal(random));
  at(confirmed, confirmation);
  if (random() < 0.02) at(confirmed - Math.log(1 - random()) * 3600 + 5, withdrawal);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

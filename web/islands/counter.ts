import { agoIfStale, type Count, readCount, watch } from "../counting/watch.ts";

/** Refreshes the shown counts while the page is looked at. Without it the page shows what it was rendered with. */

/** A screen reader is told at most this often. */
const quiet = 30_000;

for (const counter of document.querySelectorAll<HTMLElement>("[data-scope]")) refreshing(counter);

function refreshing(counter: HTMLElement): void {
  let at = Date.now();
  watch(counter, async () => {
    const answer = await readCount(`/api/counts/${counter.dataset.scope}`).catch(() => undefined);
    if (answer) at = answer.at;
    showAge(counter, at);
    return answer !== undefined && show(counter, answer.count);
  });
}

/** Puts the count in; says whether it was another one. */
function show(counter: HTMLElement, { people, goal }: Count): boolean {
  const figure = counter.querySelector<HTMLElement>('[data-figure="people"]');
  const text = people.toLocaleString(counter.dataset.locale);
  if (!figure || figure.textContent === text) return false;
  figure.textContent = text;
  showGoal(counter, people, goal);
  // The line that says one is being counted stands beside the counter until it is so.
  counter.parentElement?.querySelector(".counting")?.remove();
  announce(counter, text);
  return true;
}

/** Says how old the number is where it is not of now. */
function showAge(counter: HTMLElement, at: number): void {
  const line = counter.querySelector<HTMLElement>("[data-stale]");
  const ago = agoIfStale(at, counter.dataset.locale);
  if (!line) return;
  line.hidden = ago === undefined;
  const place = line.querySelector("[data-ago]");
  if (place) place.textContent = ago ?? "";
}

function showGoal(counter: HTMLElement, people: number, goal: number | null): void {
  const bar = counter.querySelector("progress");
  // A page may show another scope's goal beside its own number: then the bar's own is kept.
  const most = goal ?? bar?.max;
  if (!bar || !most) return;
  bar.max = most;
  bar.value = Math.min(people, most);
  const share = counter.querySelector("[data-share]");
  const percent: Intl.NumberFormatOptions = { style: "percent", maximumSignificantDigits: 2 };
  if (share) share.textContent = (people / most).toLocaleString(counter.dataset.locale, percent);
}

let lastSaid = 0;

function announce(counter: HTMLElement, text: string): void {
  const region = counter.querySelector("[data-announce]");
  if (!region || Date.now() - lastSaid < quiet) return;
  lastSaid = Date.now();
  region.textContent = `${counter.querySelector("[data-label]")?.textContent ?? ""}: ${text}`;
}

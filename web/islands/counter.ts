/**
 * Refreshes the shown counts while the page is looked at. Without it the page shows what it was rendered with.
 *
 * Asks every five seconds while numbers move, up to every minute while they do not or the network fails; stops while
 * the tab is hidden.
 */
interface Count {
  people: number;
  goal: number | null;
}

const shortest = 5_000;
const longest = 60_000;
/** A screen reader is told at most this often. */
const quiet = 30_000;

for (const counter of document.querySelectorAll<HTMLElement>("[data-scope]")) watch(counter);

function watch(counter: HTMLElement): void {
  let wait = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    timer = undefined;
    const changed = await read(counter.dataset.scope ?? "").then(
      (count) => show(counter, count),
      () => false,
    );
    wait = changed ? shortest : Math.min(wait * 1.5, longest);
    plan(wait);
  }

  /** Spread a little, so that a million open pages do not ask in step. */
  function plan(ms: number): void {
    clearTimeout(timer);
    timer = document.hidden ? undefined : setTimeout(refresh, ms * (0.9 + Math.random() * 0.2));
  }

  document.addEventListener("visibilitychange", () => plan(1_000));
  plan(1_500);
}

async function read(scope: string): Promise<Count> {
  const answer = await fetch(`/api/counts/${scope}`, { signal: AbortSignal.timeout(8_000) });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Count;
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

function showGoal(counter: HTMLElement, people: number, goal: number | null): void {
  const bar = counter.querySelector("progress");
  if (!bar || !goal) return;
  bar.max = goal;
  bar.value = Math.min(people, goal);
  const share = counter.querySelector("[data-share]");
  const percent: Intl.NumberFormatOptions = { style: "percent", maximumSignificantDigits: 2 };
  if (share) share.textContent = (people / goal).toLocaleString(counter.dataset.locale, percent);
}

let lastSaid = 0;

function announce(counter: HTMLElement, text: string): void {
  const region = counter.querySelector("[data-announce]");
  if (!region || Date.now() - lastSaid < quiet) return;
  lastSaid = Date.now();
  region.textContent = `${counter.querySelector("[data-label]")?.textContent ?? ""}: ${text}`;
}

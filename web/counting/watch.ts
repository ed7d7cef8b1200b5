/** What a counter shows of a scope's counts. */
export interface Count {
  people: number;
  goal: number | null;
}

export interface Answer {
  count: Count;
  /** When the figures were read from the table, in milliseconds by this machine's clock. */
  at: number;
}

const shortest = 5_000;
const longest = 60_000;
/** Older figures say so. */
const staleAfter = 120_000;

/** Asks for a scope's counts: without cookies, and without saying which page asks. Rejects where they do not come. */
export async function readCount(url: string): Promise<Answer> {
  const answer = await fetch(url, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(8_000),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  // A cache (or we ourselves) that cannot read gives what it has, and says how old it is.
  const age = Number(answer.headers.get("age") ?? 0);
  return { count: (await answer.json()) as Count, at: Date.now() - age * 1000 };
}

/** How long ago that was, in words of a language; undefined while it is recent enough not to be said. */
export function agoIfStale(at: number, locale: string | undefined): string | undefined {
  const minutes = Math.round((Date.now() - at) / 60_000);
  if (Date.now() - at < staleAfter) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(-minutes, "minute");
}

/**
 * Refreshes while an element is looked at: every five seconds while numbers move, up to every minute while they do not or
 * the network fails; not at all while the tab is hidden or the element is out of sight. `refresh` answers whether
 * anything moved. Answers with how to stop.
 */
export function watch(element: Element, refresh: () => Promise<boolean>): () => void {
  let wait = shortest;
  let isSeen = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function again(): Promise<void> {
    const moved = await refresh();
    wait = moved ? shortest : Math.min(wait * 1.5, longest);
    plan(wait);
  }

  /** Spread a little, so that a million open pages do not ask in step. */
  function plan(ms: number): void {
    clearTimeout(timer);
    timer = document.hidden || !isSeen ? undefined : setTimeout(again, ms * (0.9 + Math.random() * 0.2));
  }

  const soon = () => plan(1_000);
  const observer = new IntersectionObserver((entries) => {
    const now = entries.at(-1)?.isIntersecting ?? true;
    if (now === isSeen) return;
    isSeen = now;
    soon();
  });
  observer.observe(element);
  document.addEventListener("visibilitychange", soon);
  plan(1_500);
  return () => {
    isSeen = false;
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener("visibilitychange", soon);
  };
}

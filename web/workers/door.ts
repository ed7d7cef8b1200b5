/**
 * The door without a network, or with one that only says that it is there: its page comes back as it was last seen. What is
 * ticked meanwhile is kept by the page (`islands/check-in.ts`). Names are on this phone for a day at most, and go at once
 * when the link has ended.
 */

/** What TypeScript knows only of workers; this file shares its library with the pages. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
  addEventListener(name: "install" | "activate", act: (event: Waiting) => void): void;
  addEventListener(name: "fetch", act: (event: Fetching) => void): void;
}
const worker = globalThis as unknown as Worker;

const [pages, assets] = ["door-pages", "door-assets"];
const keptMs = 24 * 3_600_000;
/** A hall full of phones has a network in which nothing arrives. */
const patienceMs = 4_000;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) =>
  event.waitUntil(forgetOld().then(() => worker.clients.claim())),
);

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== new URL(worker.registration.scope).origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.url.startsWith(worker.registration.scope)) event.respondWith(page(event, url));
});

/** Its name is that of its release: it never changes. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(assets);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function page(event: Fetching, url: URL): Promise<Response> {
  const known = await kept(url.pathname);
  const fresh = fromNetwork(event.request, url);
  if (!known) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(known), patienceMs));
  const better = fresh.then((answer) => (answer.status >= 500 ? known : answer));
  return Promise.race([better.catch(() => known), late]);
}

/** Only the whole list is kept, not what somebody searched for. */
async function fromNetwork(request: Request, { pathname, search }: URL): Promise<Response> {
  const answer = await fetch(request);
  const cache = await caches.open(pages);
  if (answer.ok && search === "") await cache.put(pathname, answer.clone());
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) await cache.delete(pathname);
  return answer;
}

async function kept(pathname: string): Promise<Response | undefined> {
  await forgetOld();
  return (await caches.open(pages)).match(pathname);
}

async function forgetOld(): Promise<void> {
  const cache = await caches.open(pages);
  for (const request of await cache.keys()) {
    const answer = await cache.match(request);
    const at = Date.parse(answer?.headers.get("date") ?? "");
    if (!(Date.now() - at < keptMs)) await cache.delete(request);
  }
}

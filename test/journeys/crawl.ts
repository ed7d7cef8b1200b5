import { setTimeout as sleep } from "node:timers/promises";
import { wholeStack } from "../stack/provided.ts";

/** What a link led to. */
export interface Reached {
  /** Path and query. */
  path: string;
  /** The first page on which a link to it stood. */
  from: string;
  status: number;
  /** Its media type. */
  type: string;
  /** The text of a page; of what is none, nothing. */
  html: string;
  /** The fragments that links to it name. */
  fragments: Set<string>;
}

/** At once: the emulator answers one at a time for each function, and has a dozen of them. */
const workers = 6;

/**
 * Follows every link and everything that a page loads, from the start page on, as somebody does who walks about in the
 * site. Of paths that are alike to `makeOf`, at most `most` are asked for.
 */
export async function crawl(
  makeOf: (path: string) => string | undefined,
  most: number,
): Promise<Map<string, Reached>> {
  const { origin } = wholeStack();
  const found = new Map<string, Reached>();
  const alike = new Map<string, number>();
  const left: Reached[] = [];
  const note = (address: URL, from: string) => {
    const path = address.pathname + address.search;
    const known = found.get(path);
    if (known) return void known.fragments.add(address.hash.slice(1));
    const make = makeOf(path);
    const before = alike.get(make ?? "") ?? 0;
    if (make !== undefined && before >= most) return;
    if (make !== undefined) alike.set(make, before + 1);
    const one = { path, from, status: 0, type: "", html: "", fragments: new Set([address.hash.slice(1)]) };
    found.set(path, one);
    left.push(one);
  };
  note(new URL(origin), "the start");
  let asked = 0;
  const worker = async () => {
    while (left.length > 0 || asked > 0) {
      const next = left.shift();
      if (!next) {
        await aMoment();
        continue;
      }
      asked += 1;
      await visit(next);
      for (const address of linksIn(next.html, origin + next.path)) note(address, next.path);
      asked -= 1;
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return found;
}

const aMoment = () => sleep(10);

async function visit(one: Reached): Promise<void> {
  const answer = await fetch(wholeStack().origin + one.path, {
    headers: { "accept-language": "en", "sec-fetch-site": "same-origin" },
  });
  one.status = answer.status;
  one.type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const body = await answer.text();
  if (one.type === "text/html") one.html = body;
}

function linksIn(html: string, at: string): URL[] {
  return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
    .map(([, link = ""]) => new URL(link.replaceAll("&amp;", "&"), at))
    .filter(({ origin }) => origin === new URL(at).origin);
}

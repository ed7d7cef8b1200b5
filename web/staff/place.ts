import type { TargetedMouseEvent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Where in the console somebody is: all of it stands in the address, so that it can be kept, shared and gone back to. */
export interface Place {
  path: string;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

export function here(): Place {
  return { path: location.pathname.replace(/\/+$/, "") || "/", query: new URLSearchParams(location.search) };
}

export function go(to: string): void {
  history.pushState(null, "", to);
  tell();
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const changed = (): void => setPlace(here());
    listeners.add(changed);
    addEventListener("popstate", changed);
    return () => {
      listeners.delete(changed);
      removeEventListener("popstate", changed);
    };
  }, []);
  return place;
}

/** The same place with other words in its query; empty ones are left out. Another filter begins at the first page. */
export function withQuery({ path, query }: Place, changes: Record<string, string | undefined>): string {
  const next = new URLSearchParams(query);
  next.delete("cursor");
  for (const [name, value] of Object.entries(changes))
    if (value) next.set(name, value);
    else next.delete(name);
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

/** Follows our own links without loading the page anew; keys and buttons that mean another tab are the browser's. */
export function followLinks(event: TargetedMouseEvent<HTMLElement>): void {
  const link = (event.target as Element).closest("a");
  if (event.defaultPrevented || event.button !== 0 || !link || link.target || link.hasAttribute("download"))
    return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const { origin, pathname, search, hash } = new URL(link.href);
  const isOurs = origin === location.origin && (pathname === "/staff" || pathname.startsWith("/staff/"));
  if (!isOurs || hash) return;
  event.preventDefault();
  go(pathname + search);
}

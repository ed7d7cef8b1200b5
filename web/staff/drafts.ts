import { useState } from "preact/hooks";

/** What was typed and not sent yet is kept in this tab, under names that begin so. */
const prefix = "staff-draft:";

/**
 * Where a draft is kept. `tab`: in sessionStorage, where a reload finds it. `page`: in memory, for whatever holds
 * somebody's address or name: it outlives another screen and a session's end, and is written nowhere.
 */
export type KeptIn = "tab" | "page";

const inPage = new Map<string, unknown>();

/**
 * A text that survives a look at another screen and a session that ends; `forget` once it is sent. Until something is
 * typed it is as `initial` says now: what was saved meanwhile, here or elsewhere.
 */
export function useDraft<Value>(
  name: string,
  initial: Value,
  kept: KeptIn = "tab",
): [Value, (value: Value) => void, () => void] {
  const key = prefix + name;
  const [typed, setTyped] = useState<Value | undefined>(() => read(key));
  const change = (next: Value): void => {
    setTyped(() => next);
    if (kept === "tab") sessionStorage.setItem(key, JSON.stringify(next));
    else inPage.set(key, next);
  };
  const forget = (): void => {
    setTyped(undefined);
    sessionStorage.removeItem(key);
    inPage.delete(key);
  };
  return [typed ?? initial, change, forget];
}

/** Whether something was typed under a name and not sent. */
export function isDraft(name: string): boolean {
  return read(prefix + name) !== undefined;
}

/** Keeps something as if it had been typed; forms that open afterwards begin with it. */
export function putDraft<Value>(name: string, value: Value): void {
  sessionStorage.setItem(prefix + name, JSON.stringify(value));
}

/** Removes all drafts: they are for whoever typed them. */
export function forgetDrafts(): void {
  inPage.clear();
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

function read<Value>(key: string): Value | undefined {
  if (inPage.has(key)) return inPage.get(key) as Value;
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Value);
}

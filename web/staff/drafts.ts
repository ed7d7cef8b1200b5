import { useState } from "preact/hooks";

/** What was typed and not sent yet is kept in this tab, under names that begin so. */
const prefix = "staff-draft:";

/** A text that survives a reload, a session that ends and a look at another page; `forget` once it is sent. */
export function useDraft<Value>(name: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const key = prefix + name;
  const [value, setValue] = useState<Value>(() => read(key) ?? initial);
  const change = (next: Value): void => {
    setValue(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  const forget = (): void => {
    setValue(initial);
    sessionStorage.removeItem(key);
  };
  return [value, change, forget];
}

/** Removes all drafts: they are for whoever typed them. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

function read<Value>(key: string): Value | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Value);
}

import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import type { Problem } from "../../shared/contracts/problem.ts";
import { type Ask, type AskFile, Refusal } from "./api.ts";
import { mayAs, type Role } from "./session/claims.ts";
import type { Session } from "./session/session.ts";

/** What every screen may use. */
export interface Console {
  session: Session;
  ask: Ask;
  file: AskFile;
  /** Said aloud and shown for a moment: “Approved”. */
  say: (text: string) => void;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const found = useContext(ConsoleContext);
  if (!found) throw new Error("outside of the console");
  return found;
}

export function useMayAs(...wanted: Role[]): boolean {
  return mayAs(useConsole().session.claims?.roles ?? [], wanted);
}

export interface Asked<Answer> {
  answer: Answer | undefined;
  problem: Problem | undefined;
  isAsking: boolean;
  /** Asks once more; the old answer is shown until the new one is there. */
  again: () => Promise<void>;
}

/** What the API answers at `path`, asked anew whenever the path changes. */
export function useAsked<Answer>(path: string): Asked<Answer> {
  const { ask } = useConsole();
  const [known, setKnown] = useState<{ path: string; answer?: Answer; problem?: Problem }>({ path });
  const [isAsking, setAsking] = useState(true);
  const load = useCallback(
    async (signal?: AbortSignal) => {
      setAsking(true);
      try {
        const answer = await ask<Answer>(path, signal ? { signal } : {});
        if (!signal?.aborted) setKnown({ path, answer });
      } catch (cause) {
        if (signal?.aborted) return;
        if (!(cause instanceof Refusal)) throw cause;
        setKnown({ path, problem: cause.problem });
      } finally {
        if (!signal?.aborted) setAsking(false);
      }
    },
    [ask, path],
  );
  useEffect(() => {
    const leaving = new AbortController();
    load(leaving.signal);
    return () => leaving.abort();
  }, [load]);
  const isUnanswered = known.problem?.type === "unreachable";
  useEffect(() => {
    if (!isUnanswered) return;
    const back = (): void => void load();
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, [isUnanswered, load]);
  const isOfPath = known.path === path;
  return {
    answer: isOfPath ? known.answer : undefined,
    problem: isOfPath ? known.problem : undefined,
    isAsking: isAsking || !isOfPath,
    again: () => load(),
  };
}

/** What is offered to choose from is read to its end, but for a list that nobody could choose from. */
const mostPages = 20;

/** Every item of a list of the API, page after page; those that have come. */
export function useEvery<Item>(path: string): readonly Item[] {
  const { ask } = useConsole();
  const [items, setItems] = useState<readonly Item[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async (): Promise<void> => {
      let come: readonly Item[] = [];
      let cursor: string | null = "";
      for (let pages = 0; cursor !== null && pages < mostPages; pages++) {
        const at: string = cursor && `${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
        const page: { items: Item[]; next: string | null } = await ask(path + at, { signal: leaving.signal });
        come = [...come, ...page.items];
        cursor = page.next;
        setItems(come);
      }
    };
    read().catch((cause: unknown) => {
      // A filter without its choices is better than no list.
      if (!leaving.signal.aborted && !(cause instanceof Refusal)) throw cause;
    });
    return () => leaving.abort();
  }, [ask, path]);
  return items;
}

import { useState } from "preact/hooks";
import { useDraft } from "../drafts.ts";
import { isUnsaved, type Mailing, type Unsaved } from "./mailing.ts";

export interface Editing {
  unsaved: Unsaved;
  hasUnsaved: boolean;
  /** Somebody else has changed the mailing since this was begun. */
  isStale: boolean;
  /** Changes what is unsaved; the first change notes the version that was looked at. */
  change: (change: Partial<Pick<Unsaved, "texts" | "settings">>) => void;
  keep: (unsaved: Unsaved) => void;
  forget: () => void;
  /** All is saved, and the mailing has this version now, whether it has been read again yet or not. */
  saved: (version: number) => void;
}

/** What is typed on a mailing and not saved yet; it outlives a reload and a session that ends. */
export function useUnsaved(id: string, mailing: Mailing | undefined): Editing {
  const [own, setOwn] = useState(0);
  const version = Math.max(mailing?.version ?? 0, own);
  const [unsaved, keep, forget] = useDraft<Unsaved>(`news.${id}`, { version, texts: {} });
  const hasUnsaved = isUnsaved(unsaved);
  return {
    unsaved,
    hasUnsaved,
    isStale: hasUnsaved && unsaved.version < version,
    change: (change) => keep({ ...unsaved, version: hasUnsaved ? unsaved.version : version, ...change }),
    keep,
    forget,
    saved: (next) => {
      setOwn(next);
      forget();
    },
  };
}

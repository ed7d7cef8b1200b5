import { useState } from "preact/hooks";
import type { Problem } from "../../../shared/contracts/problem.ts";
import { Refusal } from "../api.ts";
import { wordText } from "../texts/texts.ts";
import { problemText } from "./problem.tsx";

export interface Sending {
  /** Does it once at a time; a refusal is shown, and what was typed stays. `refused` sees it first and may take it over. */
  send: (act: () => Promise<void>, refused?: (problem: Problem) => boolean) => Promise<void>;
  isBusy: boolean;
  /** What is wrong with it as a whole, in words. */
  problem: string | undefined;
  /** What is wrong with the field of this JSON pointer, in words. */
  problemOf: (pointer: string) => string | undefined;
}

/** How a form is sent. */
export function useSending(): Sending {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  return {
    isBusy,
    problem: problem && problemText(problem),
    problemOf: (pointer) => {
      const found = problem?.errors?.find((error) => error.pointer === pointer);
      return found && wordText("field-problem", found.reason, found.reason.replaceAll("-", " "));
    },
    send: async (act, refused) => {
      if (isBusy) return;
      setBusy(true);
      setProblem(undefined);
      try {
        await act();
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        if (!refused?.(cause.problem)) setProblem(cause.problem);
      } finally {
        setBusy(false);
      }
    },
  };
}

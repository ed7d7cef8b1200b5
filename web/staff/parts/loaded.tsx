import type { ComponentChildren } from "preact";
import type { Asked } from "../console-context.ts";
import { ProblemBox } from "./problem.tsx";
import { Screen } from "./screen.tsx";
import { Waiting } from "./waiting.tsx";

interface LoadedProps<Answer> {
  asked: Asked<Answer>;
  /** The heading until the thing itself is there. */
  title: string;
  up: { href: string; text: string };
  show: (answer: Answer) => ComponentChildren;
}

/** The screen of one thing: waiting, a problem, or the thing. */
export function Loaded<Answer>({ asked, title, up, show }: LoadedProps<Answer>) {
  if (asked.answer) return <>{show(asked.answer)}</>;
  return (
    <Screen key={String(asked.problem?.type)} title={title} up={up}>
      {asked.problem ? <ProblemBox problem={asked.problem} again={asked.again} /> : <Waiting />}
    </Screen>
  );
}

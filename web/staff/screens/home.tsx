import { useAsked, useConsole } from "../console-context.ts";
import type { Page } from "../parts/list.tsx";
import { problemText } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { mayAs, type Role } from "../session/claims.ts";
import { type TextKey, t } from "../texts/texts.ts";

interface Waiting {
  text: TextKey;
  /** In the staff API. */
  asks: string;
  href: string;
  for: readonly Role[];
}

const queues: readonly Waiting[] = [
  { text: "home.members", asks: "members?state=submitted", href: "/staff/members", for: ["reviewer"] },
];

/** What waits for whoever looks. */
export function HomeScreen() {
  const { session } = useConsole();
  const mine = queues.filter((queue) => mayAs(session.claims?.roles ?? [], queue.for));
  return (
    <Screen title={t("home.title")}>
      {mine.length === 0 ? (
        <p>{t("home.none")}</p>
      ) : (
        <ul class="queues" aria-label={t("home.hello")}>
          {mine.map((queue) => (
            <Queue key={queue.href} {...queue} />
          ))}
        </ul>
      )}
    </Screen>
  );
}

function Queue({ text, asks, href }: Waiting) {
  const { answer, problem } = useAsked<Page<unknown>>(asks);
  const figure = answer ? `${answer.items.length}${answer.next ? "+" : ""}` : "…";
  return (
    <li class="card">
      <a href={href} data-row>
        <strong>{problem ? "–" : figure}</strong>
        <span>{t(text)}</span>
      </a>
      {problem && <p class="hint">{problemText(problem)}</p>}
    </li>
  );
}

import type { ComponentChildren } from "preact";
import { useConsole } from "./console-context.ts";
import { ProblemBox } from "./parts/problem.tsx";
import { Screen } from "./parts/screen.tsx";
import { usePlace } from "./place.ts";
import { AuditScreen } from "./screens/audit.tsx";
import { CommentsScreen } from "./screens/comments.tsx";
import { EventScreen } from "./screens/event.tsx";
import { EventsScreen } from "./screens/events.tsx";
import { HomeScreen } from "./screens/home.tsx";
import { MemberScreen } from "./screens/member.tsx";
import { MembersScreen } from "./screens/members.tsx";
import { MetricsScreen } from "./screens/metrics.tsx";
import { PeopleScreen } from "./screens/people.tsx";
import { SignableScreen } from "./screens/signable.tsx";
import { SignablesScreen } from "./screens/signables.tsx";
import { SignaturesScreen } from "./screens/signatures.tsx";
import { sections } from "./sections.ts";
import { mayAs } from "./session/claims.ts";
import { t } from "./texts/texts.ts";

/** Every screen by its path; the first that fits is shown. */
const screens: [RegExp, (name: string) => ComponentChildren][] = [
  [/^\/staff$/, () => <HomeScreen />],
  [/^\/staff\/members$/, () => <MembersScreen />],
  [/^\/staff\/members\/([^/]+)$/, (id) => <MemberScreen id={id} />],
  [/^\/staff\/events$/, () => <EventsScreen />],
  [/^\/staff\/events\/([^/]+)$/, (slug) => <EventScreen slug={slug} />],
  [/^\/staff\/pledges$/, () => <SignablesScreen kind="pledge" />],
  [/^\/staff\/pledges\/([^/]+)$/, (slug) => <SignableScreen kind="pledge" slug={slug} />],
  [/^\/staff\/statements$/, () => <SignablesScreen kind="statement" />],
  [/^\/staff\/statements\/([^/]+)$/, (slug) => <SignableScreen kind="statement" slug={slug} />],
  [/^\/staff\/comments$/, () => <CommentsScreen />],
  [/^\/staff\/signatures$/, () => <SignaturesScreen />],
  [/^\/staff\/metrics$/, () => <MetricsScreen />],
  [/^\/staff\/audit$/, () => <AuditScreen />],
  [/^\/staff\/people$/, () => <PeopleScreen />],
];

/** The screen of where somebody is; each place has one of its own, so nothing of one is left in the next. */
export function CurrentScreen() {
  const { path } = usePlace();
  const { session } = useConsole();
  const roles = session.claims?.roles ?? [];
  if (roles.length === 0) return <Refused word="no-role" />;
  const section = sections.findLast(({ path: of }) => path === of || path.startsWith(`${of}/`));
  if (section && !mayAs(roles, section.for)) return <Refused word="not-allowed" />;
  for (const [pattern, screen] of screens) {
    const found = pattern.exec(path);
    if (found) return <div key={path}>{screen(decodeURIComponent(found[1] ?? ""))}</div>;
  }
  return <Refused word="not-found" />;
}

function Refused({ word }: { word: "no-role" | "not-allowed" | "not-found" }) {
  return (
    <Screen title={t("problem.title")}>
      <ProblemBox problem={{ type: word, title: word, status: 403 }} />
    </Screen>
  );
}

import type { ComponentChildren } from "preact";
import { useConsole } from "./console-context.ts";
import { Screen } from "./parts/screen.tsx";
import { usePlace } from "./place.ts";
import { AuditScreen } from "./screens/audit.tsx";
import { CampaignScreen } from "./screens/campaign.tsx";
import { CampaignsScreen } from "./screens/campaigns.tsx";
import { CommentsScreen } from "./screens/comments.tsx";
import { EventScreen } from "./screens/event.tsx";
import { EventsScreen } from "./screens/events.tsx";
import { HomeScreen } from "./screens/home.tsx";
import { ImportScreen } from "./screens/import.tsx";
import { MemberScreen } from "./screens/member.tsx";
import { MembersScreen } from "./screens/members.tsx";
import { MetricsScreen } from "./screens/metrics.tsx";
import { NewCampaignScreen } from "./screens/new-campaign.tsx";
import { NewsScreen } from "./screens/news.tsx";
import { NewsItemScreen } from "./screens/news-item.tsx";
import { PeopleScreen } from "./screens/people.tsx";
import { PersonScreen } from "./screens/person.tsx";
import { RegistrantsScreen } from "./screens/registrants.tsx";
import { ScopeRegistrantsScreen } from "./screens/scope-registrants.tsx";
import { SignableScreen } from "./screens/signable.tsx";
import { SignablesScreen } from "./screens/signables.tsx";
import { SignaturesScreen } from "./screens/signatures.tsx";
import { sectionOf } from "./sections.ts";
import { mayAs } from "./session/claims.ts";
import { t } from "./texts/texts.ts";

/** Every screen by its path; the first that fits is shown. */
const screens: [RegExp, (name: string) => ComponentChildren][] = [
  [/^\/staff$/, () => <HomeScreen />],
  [/^\/staff\/members$/, () => <MembersScreen />],
  [/^\/staff\/members\/import$/, () => <ImportScreen />],
  [/^\/staff\/members\/([^/]+)$/, (id) => <MemberScreen id={id} />],
  [/^\/staff\/events$/, () => <EventsScreen />],
  [/^\/staff\/events\/([^/]+)$/, (slug) => <EventScreen slug={slug} />],
  [/^\/staff\/news$/, () => <NewsScreen />],
  [/^\/staff\/news\/([^/]+)$/, (id) => <NewsItemScreen id={id} />],
  [/^\/staff\/pledges$/, () => <SignablesScreen kind="pledge" />],
  [/^\/staff\/pledges\/([^/]+)$/, (slug) => <SignableScreen kind="pledge" slug={slug} />],
  [/^\/staff\/statements$/, () => <SignablesScreen kind="statement" />],
  [/^\/staff\/statements\/([^/]+)$/, (slug) => <SignableScreen kind="statement" slug={slug} />],
  [/^\/staff\/comments$/, () => <CommentsScreen />],
  [/^\/staff\/signatures$/, () => <SignaturesScreen />],
  [/^\/staff\/campaigns$/, () => <CampaignsScreen />],
  [/^\/staff\/campaigns\/new$/, () => <NewCampaignScreen />],
  [/^\/staff\/campaigns\/([^/]+)$/, (slug) => <CampaignScreen slug={slug} />],
  [/^\/staff\/registrants$/, () => <RegistrantsScreen />],
  [/^\/staff\/registrants\/person\/([^/]+)$/, (person) => <PersonScreen person={person} />],
  [/^\/staff\/registrants\/([^/]+)$/, (scope) => <ScopeRegistrantsScreen scope={scope} />],
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
  const section = sectionOf(path);
  if (section && !mayAs(roles, section.for)) return <Refused word="not-allowed" />;
  for (const [pattern, screen] of screens) {
    const found = pattern.exec(path);
    if (found) return <div key={path}>{screen(decodeURIComponent(found[1] ?? ""))}</div>;
  }
  return <Refused word="not-found" />;
}

function Refused({ word }: { word: "no-role" | "not-allowed" | "not-found" }) {
  return (
    <div>
      <Screen title={t(`refused.${word}`)}>
        <p>{t(`problem.${word}`)}</p>
        {word !== "no-role" && (
          <p>
            <a href="/staff">{t("problem.back")}</a>
          </p>
        )}
      </Screen>
    </div>
  );
}

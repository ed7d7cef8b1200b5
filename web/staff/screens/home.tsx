import { datesText, type StaffCampaign, textOf } from "../campaigns/campaign.ts";
import { useAsked, useConsole, useMayAs } from "../console-context.ts";
import type { Page } from "../parts/list.tsx";
import { problemText } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { mayAs, type Role } from "../session/claims.ts";
import { numberText, type TextKey, t } from "../texts/texts.ts";

interface Waiting {
  text: TextKey;
  /** In the staff API. */
  asks: string;
  href: string;
  for: readonly Role[];
}

const queues: readonly Waiting[] = [
  { text: "home.members", asks: "members?state=submitted", href: "/staff/members", for: ["reviewer"] },
  { text: "home.events", asks: "events?state=submitted", href: "/staff/events", for: ["organizer"] },
  { text: "home.comments", asks: "comments", href: "/staff/comments", for: ["reviewer"] },
  { text: "home.signatures", asks: "signatures", href: "/staff/signatures", for: ["reviewer"] },
];

/** What waits for whoever looks, and how the campaigns stand. */
export function HomeScreen() {
  const { session } = useConsole();
  const maySeeCampaigns = useMayAs("organizer", "reviewer");
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
      {maySeeCampaigns && <Campaigns />}
      <p class="hint of-keys">{t("home.keys")}</p>
    </Screen>
  );
}

function Queue({ text, asks, href }: Waiting) {
  const { answer, problem } = useAsked<Page<unknown>>(asks);
  const figure = answer ? `${answer.items.length}${answer.next ? "+" : ""}` : "…";
  const isNothing = answer?.items.length === 0 && !answer.next;
  return (
    <li class={isNothing ? "card queue-done" : "card"} aria-busy={!answer && !problem}>
      <a href={href} data-row>
        <strong>{problem ? "–" : figure}</strong>
        <span>{t(text)}</span>
      </a>
      {problem && <p class="hint">{problemText(problem)}</p>}
    </li>
  );
}

function Campaigns() {
  const { answer } = useAsked<Page<StaffCampaign>>("campaigns?state=published");
  if (!answer || answer.items.length === 0) return null;
  return (
    <section aria-labelledby="home-campaigns">
      <h2 id="home-campaigns">{t("home.campaigns")}</h2>
      <ul class="plain">
        {answer.items.map((campaign) => (
          <li class="card campaign-line" key={campaign.slug}>
            <h3>
              <a href={`/staff/campaigns/${campaign.slug}`} data-row>
                <bdi>{textOf(campaign.title)}</bdi>
              </a>
            </h3>
            <p class="hint">{datesText(campaign)}</p>
            <Progress campaign={campaign} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Progress({ campaign: { people, goal } }: { campaign: StaffCampaign }) {
  if (goal === null) return <p>{t("campaign.people-now", { people: numberText(people) })}</p>;
  return (
    <>
      <progress max={goal} value={Math.min(people, goal)} aria-label={t("campaign.progress")} />
      <p>{t("campaign.people-of", { people: numberText(people), goal: numberText(goal) })}</p>
    </>
  );
}

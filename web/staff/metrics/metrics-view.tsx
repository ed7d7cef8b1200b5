import type { Metrics } from "../../../shared/contracts/metrics.ts";
import { EventSection } from "./event-section.tsx";
import { FunnelSection } from "./funnel-section.tsx";
import { GoalSection } from "./goal-section.tsx";
import { MailSection } from "./mail-section.tsx";
import { MemberSection } from "./member-section.tsx";
import type { Say } from "./say.ts";

/** All figures of one answer of `GET /api/staff/metrics`: a pure function of it and a language. */
export function MetricsView({ say, metrics }: { say: Say; metrics: Metrics }) {
  return (
    <div class="metrics">
      <p class="hint">{say.t("as_of", { at: say.moment(metrics.asOf) })}</p>
      <GoalSection say={say} metrics={metrics} />
      {metrics.campaign && <FunnelSection say={say} campaign={metrics.campaign} />}
      <MailSection say={say} mails={metrics.mails} />
      <MemberSection say={say} membership={metrics.membership} />
      <EventSection say={say} events={metrics.events} />
    </div>
  );
}

import type { MemberMetrics } from "../../../shared/contracts/metrics.ts";
import { Part } from "./figure-table.tsx";
import type { Say } from "./say.ts";

/** Members as the public counts them, who applied, and how long they wait for an answer. */
export function MemberSection({ say, membership }: { say: Say; membership: MemberMetrics }) {
  const { members, by, applications, waiting, decisions } = membership;
  const days = applications.byDay.filter(
    ({ seen, submitted, approved, declined }) => seen + submitted + approved + declined > 0,
  );
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">{say.t("membership")}</h2>
      <p>
        {say.t("members_now", { n: say.number(members), waiting: say.number(waiting.count) })}{" "}
        {waiting.oldest && say.t("oldest", { at: say.moment(waiting.oldest) })}
      </p>
      <p>
        {decisions.medianHours === null
          ? say.t("none_decided")
          : say.t("decided", {
              n: say.number(decisions.count),
              median: say.number(decisions.medianHours),
              slow: say.number(decisions.slowestTenthHours ?? 0),
            })}
      </p>
      <div class="metrics-parts">
        <Part
          say={say}
          caption={say.t("applications")}
          note={say.t("about", { what: say.t("approximate") })}
          file="applications-by-day"
          columns={[
            say.days,
            { name: say.t("about", { what: say.t("seen") }) },
            ...(["applications", "approved", "declined"] as const).map((word) => ({ name: say.t(word) })),
          ]}
          rows={days.map((day) => [day.day, day.seen, day.submitted, day.approved, day.declined])}
        />
        <MembersBy
          say={say}
          caption="members_kind"
          name="kind"
          cells={by.kind}
          show={(kind) => say.named("member", kind)}
        />
        <MembersBy say={say} caption="members_country" name="country" cells={by.country} show={say.country} />
      </div>
    </section>
  );
}

interface MembersByProps {
  say: Say;
  caption: "members_kind" | "members_country";
  name: "kind" | "country";
  cells: Record<string, number>;
  show: (code: string) => string;
}

function MembersBy({ say, caption, name, cells, show }: MembersByProps) {
  return (
    <Part
      say={say}
      caption={say.t(caption)}
      file={`members-by-${name}`}
      bars={1}
      columns={[{ name: say.t(name) }, { name: say.t("members") }]}
      rows={Object.entries(cells)
        .sort(([, a], [, b]) => b - a)
        .map(([code, n]) => [show(code), n])}
    />
  );
}

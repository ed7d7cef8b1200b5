import { type MemberKind, memberKinds } from "../../shared/domain/member-states.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { GrowthPoint, MemberView } from "../member-view.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { Growth } from "../parts/growth.tsx";
import { Logo } from "../parts/logo.tsx";
import { MemberFilters } from "../parts/member-filters.tsx";
import { MemberNumbers } from "../parts/member-numbers.tsx";
import { MembershipSheet } from "../parts/membership-sheet.tsx";
import type { View } from "../view.ts";
import { between } from "../words.ts";

/** What the directory is narrowed down to. */
export interface MembersChosen {
  kind?: MemberKind | undefined;
  country?: string | undefined;
  letter?: string | undefined;
  q?: string | undefined;
}

export interface MembersPageProps {
  view: View;
  members: readonly MemberView[];
  /** The cursor of the next page; null at the end. */
  next: string | null;
  chosen: MembersChosen;
  total: number;
  by: { kind: Record<string, number>; country: Record<string, number> };
  growth: readonly GrowthPoint[];
}

/** The public directory: who stands behind encryption. */
export function membersPage(props: MembersPageProps): string {
  const { view, members, next, chosen, total, by, growth } = props;
  const { t } = speak(view.locale);
  const isNarrowed = Object.values(chosen).some((value) => value !== undefined);
  return document(
    <Frame
      view={view}
      title={t("page.members.title")}
      description={t("page.members.lead")}
      head={<MembershipSheet />}
    >
      <h1>{t("page.members.title")}</h1>
      <p class="lead">
        <strong>{t("page.members.total", { n: total })}</strong>
        {between}
        {t("page.members.lead")}
      </p>
      <p class="actions">
        <a class="button" href={to(view, "/join")}>
          {t("page.members.join")}
        </a>
      </p>
      <MemberFilters view={view} chosen={chosen} countries={Object.keys(by.country)} />
      <section aria-labelledby="directory">
        <h2 id="directory">{t("page.members.list")}</h2>
        {members.length === 0 ? (
          <p class="notice">{t(isNarrowed ? "page.members.none" : "page.members.empty")}</p>
        ) : (
          <List {...{ view, members }} />
        )}
        {next && (
          <p>
            <a class="button-quiet" rel="next" href={to(view, `/members?${queryOf(chosen, next)}`)}>
              {t("page.members.more")}
            </a>
          </p>
        )}
      </section>
      <Growth view={view} points={growth} />
      <MemberNumbers view={view} by={by} kinds={memberKinds} />
      <p>
        <a class="button-quiet" href="/api/members.csv">
          {t("page.members.csv")}
        </a>
      </p>
    </Frame>,
  );
}

function List({ view, members }: { view: View; members: readonly MemberView[] }) {
  const { t, country } = speak(view.locale);
  return (
    <ul class="members">
      {members.map((member) => (
        <li class="member" key={member.id}>
          <span class="member-words">
            <a href={to(view, `/members/${member.id}`)}>
              <bdi>{member.name}</bdi>
            </a>{" "}
            <span class="hint">
              {t(`member.kind.${member.kind}`)}
              {between}
              {country(member.country)}
            </span>
          </span>
          {member.logo && <Logo logo={member.logo} />}
        </li>
      ))}
    </ul>
  );
}

function queryOf(chosen: MembersChosen, cursor: string): string {
  const said = Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams([...said, ["cursor", cursor]]).toString();
}

import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { MemberView } from "../member-view.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { Logo } from "../parts/logo.tsx";
import { MembershipSheet } from "../parts/membership-sheet.tsx";
import type { View } from "../view.ts";

/** One member, as the public sees it. */
export function memberPage({ view, member }: { view: View; member: MemberView }): string {
  const { t, day, country } = speak(view.locale);
  const { name, kind, website, joined, logo } = member;
  return document(
    <Frame
      view={view}
      title={name}
      description={`${name}. ${t("page.members.title")}`}
      head={<MembershipSheet />}
    >
      <div class="single">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {logo && <Logo logo={logo} large />}
        <dl class="sheet">
          <div>
            <dt>{t("page.members.kind")}</dt>
            <dd>{t(`member.kind.${kind}`)}</dd>
          </div>
          <div>
            <dt>{t("page.members.country")}</dt>
            <dd>{country(member.country)}</dd>
          </div>
          {website && (
            <div>
              <dt>{t("page.member.website")}</dt>
              <dd>
                <a href={website} rel="nofollow noopener" dir="ltr">
                  {new URL(website).hostname}
                </a>
              </dd>
            </div>
          )}
          {joined && (
            <div>
              <dt>{t("page.member.joined")}</dt>
              <dd>
                <time datetime={joined}>{day(joined)}</time>
              </dd>
            </div>
          )}
        </dl>
        <p>
          <a href={to(view, "/members")}>{t("page.member.back")}</a>
        </p>
      </div>
    </Frame>,
  );
}

import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { JoinForm } from "../parts/join-form.tsx";
import { MembershipSheet } from "../parts/membership-sheet.tsx";
import type { FormView, View } from "../view.ts";

export interface JoinPageProps {
  view: View;
  as: "organization" | "expert";
  form?: FormView | undefined;
  /** How many days a decision usually takes, where there were enough to say. */
  usualDays?: number | undefined;
}

const kinds = ["organization", "expert"] as const;

export function joinPage({ view, as, form, usualDays }: JoinPageProps): string {
  const { t } = speak(view.locale);
  return document(
    <Frame
      view={view}
      title={form ? `${t("form.error.prefix")} ${t("page.join.title")}` : t("page.join.title")}
      description={t("page.join.lead")}
      islands={["focus.js", "sending.js", ...(form ? [] : ["seen.js"])]}
      head={<MembershipSheet />}
    >
      <h1>{t("page.join.title")}</h1>
      <p class="lead">{t("page.join.lead")}</p>
      <nav aria-label={t("page.join.as")}>
        <ul class="choices">
          {kinds.map((kind) => (
            <li key={kind}>
              <a
                href={to(view, kind === "expert" ? "/join?as=expert" : "/join")}
                aria-current={kind === as ? "true" : undefined}
              >
                {t(`page.join.as.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="principles-title">
        <h2 id="principles-title">{t("page.join.principles")}</h2>
        <p>{t("page.join.principles.text")}</p>
      </section>
      <div class="beside">
        <section class="paper" aria-labelledby="apply">
          <h2 id="apply">{t(`page.join.about.${as}`)}</h2>
          <JoinForm view={view} as={as} form={form} />
        </section>
        <div class="asides">
          <section aria-labelledby="next">
            <h2 id="next">{t("page.join.next")}</h2>
            <ol>
              <li>{t("page.join.next.confirm")}</li>
              <li>
                {t("page.join.next.review")}{" "}
                {usualDays
                  ? t("mail.member-submitted.days", { days: usualDays })
                  : t("mail.member-submitted.no-days")}
              </li>
              <li>{t("page.join.next.listed")}</li>
            </ol>
          </section>
        </div>
      </div>
    </Frame>,
  );
}

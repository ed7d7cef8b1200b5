import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import type { View } from "../view.ts";

export interface MemberConfirmProps {
  view: View;
  token: string;
  name: string;
  shown: "pending" | "invited" | "submitted" | "contact" | "member" | "expired";
  /** How many days a decision usually takes. */
  usualDays?: number | undefined;
  manageToken?: string | undefined;
}

const titles = {
  pending: "page.member-confirm.pending.title",
  invited: "page.member-confirm.invited.title",
  submitted: "page.member-confirm.done.title",
  contact: "page.member-confirm.done.title",
  member: "page.member-confirm.done.title",
  expired: "page.confirm.expired.title",
} as const satisfies Record<MemberConfirmProps["shown"], TextKey>;

const leads = {
  pending: "page.member-confirm.pending.lead",
  invited: "page.member-confirm.invited.lead",
  submitted: "page.member-confirm.done.lead",
  contact: "page.member-confirm.contact.lead",
  member: "page.member-confirm.member.lead",
  expired: "page.member-confirm.expired",
} as const satisfies Record<MemberConfirmProps["shown"], TextKey>;

/** What a link to confirm an application shows. Reading it changes nothing: the button posts. */
export function memberConfirmPage(props: MemberConfirmProps): string {
  const { view, name, shown } = props;
  const { t } = speak(view.locale);
  const title = t(titles[shown], { name });
  return document(
    <Frame view={view} title={title} personal>
      <div class="single">
        <h1>{title}</h1>
        <p class="lead">{t(leads[shown], { name })}</p>
        <Next {...props} />
      </div>
    </Frame>,
  );
}

function Next({ view, token, shown, usualDays, manageToken }: MemberConfirmProps) {
  const { t } = speak(view.locale);
  if (shown === "pending" || shown === "invited")
    return (
      <form method="post" action={to(view, `/confirm/${token}`)}>
        <button class="button-large" type="submit">
          {t("page.member-confirm.action")}
        </button>
      </form>
    );
  if (shown === "expired")
    return (
      <p>
        <a class="button" href={to(view, "/join")}>
          {t("page.join.title")}
        </a>
      </p>
    );
  return (
    <>
      {shown !== "member" && (
        <p>
          {usualDays
            ? t("mail.member-submitted.days", { days: usualDays })
            : t("mail.member-submitted.no-days")}
        </p>
      )}
      {manageToken && (
        <p>
          <a href={to(view, `/manage/${manageToken}`)}>{t("page.confirm.manage")}</a>
        </p>
      )}
    </>
  );
}

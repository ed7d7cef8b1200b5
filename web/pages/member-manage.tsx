import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { reasonText } from "../mails/membership.tsx";
import { memberText } from "../member-text.ts";
import type { EntryView } from "../member-view.ts";
import { document } from "../parts/document.ts";
import { EntryContacts } from "../parts/entry-contacts.tsx";
import { EntryForms } from "../parts/entry-forms.tsx";
import { EntryLogo } from "../parts/entry-logo.tsx";
import { EntryProof } from "../parts/entry-proof.tsx";
import { EntryWish } from "../parts/entry-wish.tsx";
import { Frame } from "../parts/frame.tsx";
import { MemberStatements, type StatementChoice } from "../parts/member-statements.tsx";
import { MembershipSheet } from "../parts/membership-sheet.tsx";
import type { FormView, View } from "../view.ts";

export type EntryVerb =
  | "answer"
  | "update"
  | "logo"
  | "remove-logo"
  | "invite"
  | "remove"
  | "leave"
  | "prove";

export interface MemberManageProps {
  view: View;
  token: string;
  entry: EntryView;
  verbs: readonly EntryVerb[];
  /** What an organization that is a member has signed or may sign. */
  statements?: readonly StatementChoice[] | undefined;
  asking?: EntryVerb | undefined;
  /** A form that was sent and not taken, and for which verb. */
  form?: { verb: EntryVerb; form: FormView } | undefined;
}

/** What a contact sees of the entry and can do with it. */
export function memberManagePage(props: MemberManageProps): string {
  const { view, entry, verbs, asking } = props;
  const speech = speak(view.locale);
  if (asking === "leave" && verbs.includes("leave")) return leavePage(props);
  const title = memberText(speech, "page.member-manage.title", entry);
  return document(
    <Frame
      view={view}
      title={title}
      personal
      islands={props.form ? ["focus.js"] : []}
      head={<MembershipSheet />}
    >
      <h1>{title}</h1>
      <Said view={view} entry={entry} />
      <Entry view={view} entry={entry} />
      {entry.wish && <EntryWish view={view} wish={entry.wish} />}
      <MemberStatements view={view} token={props.token} statements={props.statements ?? []} />
      <EntryForms {...props} />
      {verbs.includes("logo") && <EntryLogo {...props} />}
      {verbs.includes("prove") && <EntryProof view={view} token={props.token} proof={entry.proof} />}
      {verbs.includes("invite") && <EntryContacts {...props} />}
      {verbs.includes("leave") && (
        <p>
          <a class="button-quiet" href={`${to(view, `/manage/${props.token}`)}?ask=leave`}>
            {memberText(speech, "page.member-manage.verb.leave", entry)}
          </a>
        </p>
      )}
    </Frame>,
  );
}

/** What the staff said last: an open question, or the reason of a decision. */
function Said({ view, entry }: { view: View; entry: EntryView }) {
  const speech = speak(view.locale);
  const { decision, state } = entry;
  const told = state === "questioned" || state === "declined";
  return (
    <>
      <p class="notice" role="status">
        {memberText(speech, `member.state.${state}`, entry)}
      </p>
      {told && decision && (
        <section aria-labelledby="said">
          <h2 id="said">
            {speech.t(state === "questioned" ? "page.member-manage.question" : "page.member-manage.decision")}
          </h2>
          <p>{reasonText(speech, decision)}</p>
          {decision.text?.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      )}
    </>
  );
}

function Entry({ view, entry }: { view: View; entry: EntryView }) {
  const speech = speak(view.locale);
  const { t, country, day } = speech;
  const rows: [string, string | null | undefined][] = [
    [t(entry.kind === "expert" ? "page.member-manage.name" : "form.organization.label"), entry.name || null],
    [t("page.members.kind"), t(`member.kind.${entry.kind}`)],
    [t("page.members.country"), country(entry.country)],
    [t("page.member.website"), entry.website],
    [t("form.why.label"), entry.why],
    ...(entry.joined ? [[t("page.member.joined"), day(entry.joined)] satisfies [string, string]] : []),
    [t("form.contact-email.label"), entry.you.email],
    [t("form.contact-name.label"), entry.you.name],
    [t("form.role.label"), entry.you.role],
  ];
  return (
    <section aria-labelledby="entry">
      <h2 id="entry">{memberText(speech, "page.member-manage.entry", entry)}</h2>
      <dl class="sheet">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value ?? t("page.manage.fact.none")}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {entry.state === "approved" && entry.what === "application" && (
        <p>
          <a href={to(view, `/members/${entry.id}`)}>{t("page.member-manage.page")}</a>
        </p>
      )}
    </section>
  );
}

function leavePage({ view, token, entry }: MemberManageProps): string {
  const told = (text: TextKey) => memberText(speak(view.locale), text, entry);
  return document(
    <Frame view={view} title={told("page.member-manage.leave.title")} personal>
      <div class="single">
        <h1>{told("page.member-manage.leave.title")}</h1>
        <p class="lead">{told("page.member-manage.leave.text")}</p>
        <form class="actions" method="post" action={to(view, `/manage/${token}/leave`)}>
          <button class="button-grave" type="submit">
            {told("page.member-manage.leave.yes")}
          </button>
          <a href={to(view, `/manage/${token}`)}>{told("page.member-manage.leave.no")}</a>
        </form>
      </div>
    </Frame>,
  );
}

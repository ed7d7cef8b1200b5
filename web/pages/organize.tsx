import type { EventStatus } from "../../shared/domain/event-openness.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { Field, inputProps, TextField } from "../parts/field.tsx";
import { Frame } from "../parts/frame.tsx";
import { OwnPicture } from "../parts/own-picture.tsx";
import { Moment } from "../parts/when.tsx";
import type { FormView, ShownPicture, View } from "../view.ts";

export interface OrganizePageProps {
  view: View;
  token: string;
  title: string;
  slug: string;
  startsAt: string;
  timeZone: string;
  capacity: number | null;
  status: EventStatus;
  /** Confirmed registrations. */
  registered: number;
  /** From then on a report is taken. */
  hasBegun: boolean;
  reported?: { n: number; evidence: string } | undefined;
  picture: ShownPicture | undefined;
  /** Whether another picture may be shown without an organizer's look. */
  mayReplace: boolean;
  /** A report that was sent and not taken. */
  form?: FormView | undefined;
  /** The same of another picture. */
  pictureForm?: FormView | undefined;
}

/** The page of whoever proposed an event: how it stands, and the report of how many came. */
export function organizePage(props: OrganizePageProps): string {
  const { view, title, slug, form, pictureForm } = props;
  const { t } = speak(view.locale);
  const wrong = [form, pictureForm].some((sent) => sent !== undefined && sent.problems.length > 0);
  const heading = t("page.organize.title");
  return document(
    <Frame
      view={view}
      title={wrong ? `${t("form.error.prefix")} ${heading}` : heading}
      personal
      islands={["focus.js"]}
    >
      <div class="single">
        <h1>{heading}</h1>
        <p class="lead">{t("page.organize.lead", { title })}</p>
        <Standing {...props} />
        <p>
          <a href={to(view, `/events/${slug}`)}>{t("page.proposal.see")}</a>
        </p>
        <h2>{t("page.organize.report")}</h2>
        <Report {...props} />
        <OwnPicture {...props} />
      </div>
    </Frame>,
  );
}

function Standing({ view, startsAt, timeZone, capacity, status, registered }: OrganizePageProps) {
  const { t, number } = speak(view.locale);
  return (
    <dl class="sheet">
      <div>
        <dt>{t("page.event.starts")}</dt>
        <dd>
          <Moment view={view} at={startsAt} timeZone={timeZone} />
        </dd>
      </div>
      <div>
        <dt>{t("page.organize.state")}</dt>
        <dd>{t(`page.event.status.${status}`)}</dd>
      </div>
      <div>
        <dt>{t("page.organize.registered")}</dt>
        <dd>{number(registered)}</dd>
      </div>
      {capacity !== null && (
        <div>
          <dt>{t("page.event.capacity")}</dt>
          <dd>{t("page.event.seats", { n: capacity })}</dd>
        </div>
      )}
    </dl>
  );
}

const fields = ["reported", "evidence"];

function Report(props: OrganizePageProps) {
  const { view, token, hasBegun, reported, form } = props;
  const { t } = speak(view.locale);
  if (!hasBegun) return <p>{t("page.organize.report.not-yet")}</p>;
  const shown = form ?? {
    values: reported ? { reported: String(reported.n), evidence: reported.evidence } : {},
    problems: [],
  };
  const asked = { view, form: shown };
  const number = { ...asked, name: "reported", label: t("form.reported.label") };
  return (
    <>
      {reported && (
        <p class="notice" role="status">
          {t("page.organize.report.said", { n: reported.n })}
        </p>
      )}
      <p>{t("page.organize.report.lead")}</p>
      {form && <ErrorSummary view={view} form={form} shown={fields} />}
      <form class="form" method="post" action={`${to(view, `/organize/${token}`)}#problems`} noValidate>
        <Field {...number}>
          <input
            {...inputProps(number)}
            type="text"
            inputMode="numeric"
            dir="ltr"
            autocomplete="off"
            value={shown.values.reported}
          />
        </Field>
        <TextField
          {...asked}
          name="evidence"
          label={t("form.evidence.label")}
          hint={t("form.evidence.hint")}
          input={{ type: "text", dir: "auto", spellcheck: true }}
        />
        <p class="actions">
          <button type="submit">{t("page.organize.report.send")}</button>
        </p>
      </form>
    </>
  );
}

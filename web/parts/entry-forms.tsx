import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { EntryView } from "../member-view.ts";
import type { MemberManageProps } from "../pages/member-manage.tsx";
import type { FormView } from "../view.ts";
import { LinesField } from "./choice-field.tsx";
import { CountryField } from "./country-field.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { TextField } from "./field.tsx";

/** The answer to an open question, and the form that corrects the entry. */
export function EntryForms(props: MemberManageProps) {
  return (
    <>
      {props.verbs.includes("answer") && <AnswerForm {...props} />}
      {props.verbs.includes("update") && <UpdateForm {...props} />}
    </>
  );
}

function AnswerForm({ view, token, form }: MemberManageProps) {
  const { t } = speak(view.locale);
  const again = form?.verb === "answer" ? form.form : undefined;
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t("form.text.label")}</h2>
      {again && <ErrorSummary view={view} form={again} shown={["text"]} />}
      <form class="form" method="post" action={`${to(view, `/manage/${token}/answer`)}#problems`} noValidate>
        <LinesField view={view} form={again} name="text" label={t("form.text.label")} />
        <p>
          <button type="submit">{t("page.member-manage.verb.answer")}</button>
        </p>
      </form>
    </section>
  );
}

const fields = ["organization", "website", "country", "name", "role", "why"];

function UpdateForm({ view, token, entry, form }: MemberManageProps) {
  const { t } = speak(view.locale);
  const again = form?.verb === "update" ? form.form : undefined;
  const shown = again ?? { values: valuesOf(entry), problems: [] };
  const text = { type: "text", dir: "auto", spellcheck: false } as const;
  return (
    <section aria-labelledby="update">
      <h2 id="update">{t("page.member-manage.update")}</h2>
      {again && <ErrorSummary view={view} form={again} shown={fields} />}
      <p class="hint">{t("page.member-manage.update.hint")}</p>
      <form class="form" method="post" action={`${to(view, `/manage/${token}/update`)}#problems`} noValidate>
        <TextField
          {...{ view, form: shown }}
          name="organization"
          label={t(entry.kind === "expert" ? "page.member-manage.name" : "form.organization.label")}
          input={text}
        />
        <TextField
          {...{ view, form: shown }}
          name="website"
          label={t("form.website.label")}
          optional={entry.kind === "expert"}
          input={{ ...text, type: "url", dir: "ltr" }}
        />
        <CountryField {...{ view, form: shown }} name="country" label={t("form.member-country.label")} />
        <TextField
          {...{ view, form: shown }}
          name="name"
          label={t("form.contact-name.label")}
          optional
          input={text}
        />
        <TextField
          {...{ view, form: shown }}
          name="role"
          label={t("form.role.label")}
          optional
          input={text}
        />
        <LinesField {...{ view, form: shown }} name="why" label={t("form.why.label")} optional />
        {/* As it stands now, also where the form comes again: then its reader has been told of the change. */}
        <input type="hidden" name="version" value={entry.version} />
        <p>
          <button type="submit">{t("page.member-manage.verb.update")}</button>
        </p>
      </form>
    </section>
  );
}

/** As it is, and as it would be where they have asked for a change. */
function valuesOf({ name, website, wish, country, why, you }: EntryView): FormView["values"] {
  const wished = { organization: wish?.name ?? name, website: wish?.website ?? website };
  const said = { ...wished, country, why, name: you.name, role: you.role };
  return Object.fromEntries(Object.entries(said).map(([field, value]) => [field, value ?? ""]));
}

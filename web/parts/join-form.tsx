import { principlesVersion } from "../../shared/contracts/membership.ts";
import { organizationKinds } from "../../shared/domain/member-states.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { FormView, View } from "../view.ts";
import { ChoiceField, LinesField } from "./choice-field.tsx";
import { CountryField } from "./country-field.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { emailInput, idOf, Notes, problemAt, TextField, TickField } from "./field.tsx";
import { PictureField } from "./picture-field.tsx";
import { seenMark } from "./seen-mark.ts";
import { SendForm } from "./send-form.tsx";

interface Props {
  view: View;
  as: "organization" | "expert";
  form?: FormView | undefined;
}

const common = [
  "role",
  "email",
  "why",
  "consent.listed",
  "logo",
  "consent.logo",
  "principles",
  "consent.updates",
];
const shown = {
  organization: ["organization", "kind", "website", "country", "name", ...common],
  expert: ["name", "website", "country", ...common],
};

/** The application: posts to its own page, which answers with a redirect or with itself and what is wrong. */
export function JoinForm({ view, as, form }: Props) {
  const { t } = speak(view.locale);
  return (
    <>
      {form && <ErrorSummary view={view} form={form} shown={shown[as]} />}
      <form
        class="form"
        method="post"
        encType="multipart/form-data"
        action={`${to(view, "/join")}#problems`}
        noValidate
        {...seenMark(view, "coalition")}
      >
        {as === "organization" ? (
          <OrganizationFields view={view} form={form} />
        ) : (
          <input type="hidden" name="kind" value="expert" />
        )}
        <ContactFields view={view} as={as} form={form} />
        <Consents view={view} form={form} />
        <input type="hidden" name="locale" value={view.locale} />
        <input type="hidden" name="source" value={form?.values.source || "website"} />
        <SendForm view={view} text={t("form.apply")} />
      </form>
    </>
  );
}

function OrganizationFields({ view, form }: Pick<Props, "view" | "form">) {
  const { t } = speak(view.locale);
  const kinds = organizationKinds.map((value) => ({ value, label: t(`member.kind.${value}`) }));
  return (
    <>
      <TextField
        {...{ view, form }}
        name="organization"
        label={t("form.organization.label")}
        hint={t("form.organization.hint")}
        input={{ type: "text", autoComplete: "organization", required: true, dir: "auto", spellcheck: false }}
      />
      <ChoiceField
        {...{ view, form }}
        name="kind"
        label={t("form.kind.label")}
        choices={kinds}
        none={t("form.kind.none")}
      />
    </>
  );
}

/** An expert's own name is what is listed, so it comes first; an organization's contact comes after the organization. */
function ContactFields({ view, as, form }: Props) {
  const { t } = speak(view.locale);
  const expert = as === "expert";
  const url = { type: "url", autoComplete: "url", inputMode: "url", dir: "ltr", spellcheck: false } as const;
  return (
    <>
      {expert && <NameField {...{ view, as, form }} />}
      <TextField
        {...{ view, form }}
        name="website"
        label={t("form.website.label")}
        hint={t("form.website.hint")}
        optional={expert}
        input={url}
      />
      <CountryField
        {...{ view, form }}
        name="country"
        label={t("form.member-country.label")}
        hint={t("form.member-country.hint")}
      />
      {!expert && <NameField {...{ view, as, form }} />}
      <TextField
        {...{ view, form }}
        name="role"
        label={t("form.role.label")}
        optional
        input={{ ...words, autoComplete: "organization-title" }}
      />
      <TextField
        {...{ view, form }}
        name="email"
        label={t("form.contact-email.label")}
        hint={t(expert ? "form.expert-email.hint" : "form.contact-email.hint")}
        input={emailInput}
      />
      <LinesField
        {...{ view, form }}
        name="why"
        label={t("form.why.label")}
        hint={t("form.why.hint")}
        optional
      />
    </>
  );
}

const words = { type: "text", dir: "auto", spellcheck: false } as const;

function NameField({ view, as, form }: Props) {
  const { t } = speak(view.locale);
  const expert = as === "expert";
  return (
    <TextField
      {...{ view, form }}
      name="name"
      label={t("form.contact-name.label")}
      hint={t(expert ? "form.expert-name.hint" : "form.contact-name.hint")}
      optional={!expert}
      input={{ ...words, autoComplete: "name" }}
    />
  );
}

function Consents({ view, form }: Pick<Props, "view" | "form">) {
  const { t } = speak(view.locale);
  return (
    <>
      <TickField
        {...{ view, form }}
        name="consent.listed"
        label={t("form.listed.label")}
        hint={t("form.listed.hint")}
      />
      <PictureField
        {...{ view, form }}
        name="logo"
        label={t("form.logo.label")}
        hint={t("form.logo.hint")}
        optional
      />
      <TickField
        {...{ view, form }}
        name="consent.logo"
        label={t("form.logo-shown.label")}
        hint={t("form.logo-shown.hint")}
      />
      <PrinciplesField {...{ view, form }} />
      <TickField
        {...{ view, form }}
        name="consent.updates"
        label={t("form.updates.label")}
        hint={t("form.updates.hint")}
      />
    </>
  );
}

/** The box says to which version of the principles somebody agrees. */
function PrinciplesField({ view, form }: Pick<Props, "view" | "form">) {
  const props = { view, form, name: "principles", label: speak(view.locale).t("form.principles.label") };
  const wrong = problemAt(props) !== undefined;
  const id = idOf(props.name);
  return (
    <div class={wrong ? "field tick field-wrong" : "field tick"}>
      <input
        type="checkbox"
        id={id}
        name={props.name}
        value={principlesVersion}
        checked={form?.values.principles === principlesVersion}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `${id}-problem` : undefined}
      />
      <label for={id}>{props.label}</label>
      <Notes {...props} />
    </div>
  );
}

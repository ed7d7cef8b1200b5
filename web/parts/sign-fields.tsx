import { organizationKinds } from "../../shared/domain/member-states.ts";
import { displays } from "../../shared/domain/signature.ts";
import { speak } from "../../shared/locales/speak.ts";
import type { FormView, View } from "../view.ts";
import { CountryField } from "./country-field.tsx";
import { emailInput, Field, inputProps, TextField, TickField } from "./field.tsx";

interface Asked {
  view: View;
  form: FormView | undefined;
}

const line = { type: "text", dir: "auto", spellcheck: false } as const;

/** Who signs, and how they are shown. */
export function PersonFields(asked: Asked) {
  const { t } = speak(asked.view.locale);
  return (
    <>
      <TextField
        {...asked}
        name="email"
        label={t("form.email.label")}
        hint={t("form.sign.email.hint")}
        input={{ ...emailInput, required: true }}
      />
      <TextField
        {...asked}
        name="name"
        label={t("form.name.label")}
        hint={t("form.sign.name.hint")}
        optional
        input={{ ...line, autoComplete: "name" }}
      />
      <CountryField
        {...asked}
        name="country"
        label={t("form.country.label")}
        hint={t("form.sign.country.hint")}
        optional
      />
      <DisplayField {...asked} />
    </>
  );
}

function DisplayField(asked: Asked) {
  const { t } = speak(asked.view.locale);
  const props = {
    ...asked,
    name: "display",
    label: t("form.display.label"),
    hint: t("form.display.hint"),
  };
  const chosen = asked.form?.values.display ?? "hidden";
  return (
    <Field {...props}>
      <select {...inputProps(props)}>
        {displays.map((display) => (
          <option value={display} selected={display === chosen} key={display}>
            {t(`form.display.${display}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function CommentField(asked: Asked) {
  const { t } = speak(asked.view.locale);
  const props = {
    ...asked,
    name: "comment",
    label: t("form.comment.label"),
    hint: t("form.comment.hint"),
    optional: true,
  };
  return (
    <Field {...props}>
      <textarea {...inputProps(props)} dir="auto" rows={4}>
        {asked.form?.values.comment}
      </textarea>
    </Field>
  );
}

/** What experts and organizations add. */
export function StatementFields(asked: Asked) {
  const { t } = speak(asked.view.locale);
  return (
    <>
      <TextField
        {...asked}
        name="title"
        label={t("form.affiliation.label")}
        hint={t("form.affiliation.hint")}
        optional
        input={{ ...line, autoComplete: "organization" }}
      />
      <fieldset>
        <legend>{t("page.statement.organization")}</legend>
        <p class="hint">{t("page.statement.organization.lead")}</p>
        <TextField
          {...asked}
          name="organization"
          label={t("form.organization.label")}
          optional
          input={{ ...line, autoComplete: "organization" }}
        />
        <KindField {...asked} />
        <TextField
          {...asked}
          name="website"
          label={t("form.website.label")}
          optional
          input={{ type: "url", autoComplete: "url", inputMode: "url", dir: "ltr", spellcheck: false }}
        />
      </fieldset>
    </>
  );
}

function KindField(asked: Asked) {
  const { t } = speak(asked.view.locale);
  const props = { ...asked, name: "kind", label: t("form.kind.label"), optional: true };
  const chosen = asked.form?.values.kind;
  return (
    <Field {...props}>
      <select {...inputProps(props)}>
        <option value="">{t("form.kind.none")}</option>
        {organizationKinds.map((kind) => (
          <option value={kind} selected={kind === chosen} key={kind}>
            {t(`organization.${kind}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function UpdatesField(asked: Asked) {
  const { t } = speak(asked.view.locale);
  return (
    <TickField
      {...asked}
      name="consent.updates"
      label={t("form.updates.label")}
      hint={t("form.updates.hint")}
    />
  );
}

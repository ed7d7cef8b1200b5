import { folds } from "../../shared/domain/local-time.ts";
import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { FormView, View } from "../view.ts";
import { CountryField } from "./country-field.tsx";
import { Field, inputProps, problemAt, TickField } from "./field.tsx";
import { PhotoFields } from "./photo-fields.tsx";
import { SendForm } from "./send-form.tsx";

interface Asked {
  view: View;
  form?: FormView | undefined;
}

export const proposeFields = [
  ...["title", "summary", "description", "languages", "picture", "pictureAlt"],
  ...["starts", "startsFold", "ends", "endsFold", "timeZone"],
  ...["online", "place.name", "place.country", "joinLink", "capacity", "accessibility"],
  ...["organizer", "email", "name"],
];

/** Posts to its own page, which answers with a redirect or with itself and what is wrong. */
export function ProposeForm({ view, form }: Asked) {
  const { t } = speak(view.locale);
  return (
    <form
      class="form"
      method="post"
      encType="multipart/form-data"
      action={`${to(view, "/events/propose")}#problems`}
      noValidate
    >
      <h2>{t("page.propose.what")}</h2>
      <What view={view} form={form} />
      <h2>{t("page.propose.where")}</h2>
      <Where view={view} form={form} />
      <h2>{t("page.propose.you")}</h2>
      <Line
        {...{ view, form, name: "organizer", label: "form.organizer.label", hint: "form.organizer.hint" }}
        optional
      />
      <Line
        {...{ view, form, name: "email", label: "form.email.label", hint: "form.proposer-email.hint" }}
        type="email"
      />
      <Line view={view} form={form} name="name" label="form.name.label" optional />
      <input type="hidden" name="locale" value={view.locale} />
      <SendForm view={view} text={t("page.propose.send")} />
    </form>
  );
}

function What(asked: Asked) {
  return (
    <>
      <Line {...asked} name="title" label="form.title.label" />
      <Line {...asked} name="summary" label="form.summary.label" />
      <Lines {...asked} name="description" label="form.description.label" hint="form.description.hint" />
      <Line {...asked} name="languages" label="form.languages.label" hint="form.languages.hint" optional />
      <PhotoFields {...asked} form={asked.form} optional />
    </>
  );
}

function Where(asked: Asked) {
  const { t } = speak(asked.view.locale);
  return (
    <>
      <Line
        {...asked}
        name="starts"
        label="form.starts.label"
        hint="form.starts.hint"
        type="datetime-local"
      />
      <Fold {...asked} name="startsFold" label="form.starts.label" />
      <Line {...asked} name="ends" label="form.ends.label" type="datetime-local" />
      <Fold {...asked} name="endsFold" label="form.ends.label" />
      <ZoneField {...asked} />
      <TickField {...asked} form={asked.form} name="online" label={t("form.online.label")} />
      <Line {...asked} name="place.name" label="form.place.label" hint="form.place.hint" optional />
      <CountryField
        {...asked}
        form={asked.form}
        name="place.country"
        label={t("form.place-country.label")}
        none={t("form.kind.none")}
        optional
      />
      <Line
        {...{ ...asked, name: "joinLink", label: "form.join-link.label", hint: "form.join-link.hint" }}
        type="url"
        optional
      />
      <Line {...asked} name="capacity" label="form.capacity.label" hint="form.capacity.hint" optional />
      <Lines
        {...asked}
        name="accessibility"
        label="form.accessibility.label"
        hint="form.accessibility.hint"
      />
    </>
  );
}

interface Typed extends Asked {
  name: string;
  label: TextKey;
  hint?: TextKey;
  optional?: boolean;
  type?: keyof typeof kinds;
}

/** One member for each type: JSX does not take a union inside a single one. */
const kinds = {
  text: { type: "text" },
  email: { type: "email" },
  url: { type: "url" },
  "datetime-local": { type: "datetime-local" },
} as const;

function Line({ label, hint, type = "text", ...asked }: Typed) {
  const { t } = speak(asked.view.locale);
  const props = { ...asked, form: asked.form, label: t(label), hint: hint && t(hint) };
  return (
    <Field {...props}>
      <input
        {...inputProps(props)}
        {...kinds[type]}
        dir={type === "text" ? "auto" : "ltr"}
        value={asked.form?.values[asked.name]}
      />
    </Field>
  );
}

function Lines({ label, hint, ...asked }: Typed) {
  const { t } = speak(asked.view.locale);
  const props = { ...asked, form: asked.form, label: t(label), hint: hint && t(hint), optional: true };
  return (
    <Field {...props}>
      <textarea {...inputProps(props)} rows={5} dir="auto">
        {asked.form?.values[asked.name]}
      </textarea>
    </Field>
  );
}

/** Asked only when it has to be: the clock shows this time twice on that day. */
function Fold({ label, ...asked }: Typed) {
  const { t } = speak(asked.view.locale);
  const props = { ...asked, form: asked.form, label: t(label) };
  const answered = asked.form?.values[asked.name];
  if (answered === undefined && problemAt(props) === undefined) return null;
  return (
    <Field {...props}>
      <select {...inputProps(props)}>
        <option value="">{t("form.country.none")}</option>
        {folds.map((fold) => (
          <option value={fold} selected={fold === answered} key={fold}>
            {t(`form.fold.${fold}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A field to type into with the platform's zones to choose from: four hundred are too many to scroll. */
function ZoneField(asked: Asked) {
  const { t } = speak(asked.view.locale);
  const props = {
    ...asked,
    form: asked.form,
    name: "timeZone",
    label: t("form.time-zone.label"),
    hint: t("form.time-zone.hint"),
  };
  return (
    <Field {...props}>
      <input
        {...inputProps(props)}
        type="text"
        dir="ltr"
        list="time-zones"
        spellcheck={false}
        value={asked.form?.values.timeZone}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option value={zone} key={zone} />
        ))}
      </datalist>
    </Field>
  );
}

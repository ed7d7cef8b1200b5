import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { EventView, FormPlace, FormView, View } from "../view.ts";
import { CountryField } from "./country-field.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { emailInput, TextField, TickField } from "./field.tsx";
import { seenMark } from "./seen-mark.ts";
import { SendForm } from "./send-form.tsx";

interface Props {
  view: View;
  event: EventView;
  form?: FormView | undefined;
  place?: FormPlace | undefined;
}

const fields = ["email", "name", "country", "consent.updates", "noReminders.day", "noReminders.hour"];

/** The registration form: posts to its own page, which answers with a redirect or with itself and what is wrong. */
export function RegisterForm({ view, event, form, place }: Props) {
  const { t } = speak(view.locale);
  return (
    <>
      {form && <ErrorSummary view={view} form={form} shown={fields} />}
      <form
        class="form"
        method="post"
        action={`${to(view, place?.action ?? `/events/${event.slug}`)}#problems`}
        noValidate
        {...seenMark(view, `event.${event.slug}`)}
      >
        <Fields view={view} form={form} />
        <input type="hidden" name="locale" value={view.locale} />
        <input type="hidden" name="timeZone" value={form?.values.timeZone} />
        <input type="hidden" name="source" value={form?.values.source || place?.source || "website"} />
        <SendForm view={view} text={t("form.send")} framed={place !== undefined} />
      </form>
    </>
  );
}

function Fields({ view, form }: Pick<Props, "view" | "form">) {
  const { t } = speak(view.locale);
  const asked = { view, form };
  return (
    <>
      <TextField
        {...asked}
        name="email"
        label={t("form.email.label")}
        hint={t("form.email.hint")}
        input={{ ...emailInput, required: true }}
      />
      <TextField
        {...asked}
        name="name"
        label={t("form.name.label")}
        hint={t("form.name.hint")}
        optional
        input={{ type: "text", autoComplete: "name", dir: "auto", spellcheck: false }}
      />
      <CountryField
        {...asked}
        name="country"
        label={t("form.country.label")}
        hint={t("form.country.hint")}
        optional
      />
      <TickField
        {...asked}
        name="consent.updates"
        label={t("form.updates.label")}
        hint={t("form.updates.hint")}
      />
      <TickField {...asked} name="noReminders.day" label={t("form.no-reminder.day")} />
      <TickField
        {...asked}
        name="noReminders.hour"
        label={t("form.no-reminder.hour")}
        hint={t("form.no-reminder.hint")}
      />
    </>
  );
}

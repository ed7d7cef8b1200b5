import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { MemberManageProps } from "../pages/member-manage.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { TickField } from "./field.tsx";
import { Logo } from "./logo.tsx";
import { PictureField } from "./picture-field.tsx";

const fields = ["logo", "consent.logo"];

/** The logo as we drew it, and a form for another one. */
export function EntryLogo({ view, token, entry, form, verbs }: MemberManageProps) {
  const { t } = speak(view.locale);
  const path = to(view, `/manage/${token}`);
  const again = form?.verb === "logo" ? form.form : undefined;
  const isPublic = entry.logoShown && entry.state === "approved";
  const shown = again ?? { values: { "consent.logo": entry.logoShown ? "on" : "" }, problems: [] };
  return (
    <section aria-labelledby="logo">
      <h2 id="logo">{t("page.member-manage.logo")}</h2>
      {entry.logo && (
        <form class="logo-kept" method="post" action={`${path}/remove-logo`}>
          <Logo logo={entry.logo} large />
          <p class="hint">
            {t(isPublic ? "page.member-manage.logo.shown" : "page.member-manage.logo.hidden")}
          </p>
          {verbs.includes("remove-logo") && (
            <p>
              <button class="button-quiet" type="submit">
                {t("page.member-manage.verb.remove-logo")}
              </button>
            </p>
          )}
        </form>
      )}
      {again && <ErrorSummary view={view} form={again} shown={fields} />}
      <form
        class="form"
        method="post"
        encType="multipart/form-data"
        action={`${path}/logo#problems`}
        noValidate
      >
        <PictureField
          {...{ view, form: shown }}
          name="logo"
          label={t("form.logo.label")}
          hint={`${t("form.logo.hint")} ${t("page.member-manage.logo.hint")}`}
          optional
        />
        <TickField
          {...{ view, form: shown }}
          name="consent.logo"
          label={t("form.logo-shown.label")}
          hint={t("form.logo-shown.hint")}
        />
        <p>
          <button type="submit">{t("page.member-manage.verb.logo")}</button>
        </p>
      </form>
    </section>
  );
}

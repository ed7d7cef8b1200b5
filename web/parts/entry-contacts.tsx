import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { MemberManageProps } from "../pages/member-manage.tsx";
import { colon } from "../words.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { TextField } from "./field.tsx";

const fields = ["email", "name", "role"];

/** Who speaks for the member: oneself, and that there are others; their data is theirs. */
export function EntryContacts({ view, token, entry, form }: MemberManageProps) {
  const { t } = speak(view.locale);
  const path = to(view, `/manage/${token}`);
  const again = form?.verb === "invite" || form?.verb === "remove" ? form.form : undefined;
  const text = { type: "text", dir: "auto", spellcheck: false } as const;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t("page.member-manage.contacts")}</h2>
      <p class="hint">{t("page.member-manage.contacts.hint")}</p>
      <ul class="deeds">
        <li>
          {t("page.member-manage.contacts.you")}
          {colon(view)}
          <bdi>{entry.you.email}</bdi>
        </li>
        {entry.others.map(({ id, invited }, i) => (
          <li key={id}>
            <form method="post" action={`${path}/remove`}>
              {t(invited ? "page.member-manage.contacts.invited" : "page.member-manage.contacts.other", {
                n: i + 1,
              })}{" "}
              <input type="hidden" name="contact" value={id} />
              <button class="button-quiet" type="submit">
                {t("page.member-manage.verb.remove")}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h3>{t("page.member-manage.invite")}</h3>
      {again && <ErrorSummary view={view} form={again} shown={fields} />}
      <form class="form" method="post" action={`${path}/invite#problems`} noValidate>
        <TextField
          {...{ view, form: again }}
          name="email"
          label={t("form.email.label")}
          input={{ ...text, type: "email", dir: "ltr" }}
        />
        <p>
          <button type="submit">{t("page.member-manage.verb.invite")}</button>
        </p>
      </form>
    </section>
  );
}

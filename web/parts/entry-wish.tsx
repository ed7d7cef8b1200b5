import { speak } from "../../shared/locales/speak.ts";
import type { EntryView } from "../member-view.ts";
import type { View } from "../view.ts";
import { Logo } from "./logo.tsx";

/** What was asked to be changed and waits for the reviewers. */
export function EntryWish({ view, wish }: { view: View; wish: NonNullable<EntryView["wish"]> }) {
  const { t } = speak(view.locale);
  const { name, website, logo } = wish;
  return (
    <section aria-labelledby="wish">
      <h2 id="wish">{t("page.member-manage.wish")}</h2>
      <p>{t("page.member-manage.wish.text")}</p>
      <dl class="sheet">
        {name && (
          <div>
            <dt>{t("form.organization.label")}</dt>
            <dd>
              <bdi>{name}</bdi>
            </dd>
          </div>
        )}
        {website && (
          <div>
            <dt>{t("page.member.website")}</dt>
            <dd>
              <bdi>{website}</bdi>
            </dd>
          </div>
        )}
        {logo && (
          <div>
            <dt>{t("form.logo.label")}</dt>
            <dd>
              <Logo logo={logo} large />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

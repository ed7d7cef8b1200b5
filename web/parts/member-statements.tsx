import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { TextView } from "../signing-view.ts";
import type { View } from "../view.ts";
import { SignedText } from "./signed-text.tsx";

export interface StatementChoice {
  slug: string;
  title: string;
  signed: boolean;
}

/** The first press: which statement to sign, or to withdraw from. */
export function MemberStatements({
  view,
  token,
  statements,
}: {
  view: View;
  token: string;
  statements: readonly StatementChoice[];
}) {
  const { t } = speak(view.locale);
  if (statements.length === 0) return null;
  const path = to(view, `/manage/${token}`);
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{t("page.statements.title")}</h2>
      <ul class="deeds">
        {statements.map(({ slug, title, signed }) => (
          <li key={slug}>
            <a href={to(view, `/statements/${slug}`)}>{title}</a>{" "}
            {signed ? (
              <form method="post" action={`${path}/unsign`}>
                <input type="hidden" name="statement" value={slug} />
                <span class="tag">{t("page.member-statement.signed")}</span>{" "}
                <button class="button-quiet" type="submit">
                  {t("page.withdraw.action")}
                </button>
              </form>
            ) : (
              <a class="button-quiet" href={`${path}?ask=sign&statement=${slug}`}>
                {t("page.member-statement.read")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The second press: signs the text that stands here. */
export function MemberSigns({
  view,
  token,
  statement,
}: {
  view: View;
  token: string;
  statement: { slug: string; title: string; text: TextView };
}) {
  const { t } = speak(view.locale);
  const { slug, title, text } = statement;
  return (
    <>
      <h1>{title}</h1>
      <SignedText view={view} text={text} />
      <form class="actions" method="post" action={to(view, `/manage/${token}/sign`)}>
        <input type="hidden" name="statement" value={slug} />
        <input type="hidden" name="version" value={text.version} />
        <input type="hidden" name="textLocale" value={text.locale} />
        <button class="button-large" type="submit">
          {t("page.member-statement.sign")}
        </button>
        <a href={to(view, `/manage/${token}`)}>{t("page.member-sign.back")}</a>
      </form>
    </>
  );
}

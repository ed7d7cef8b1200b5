import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { EntryView } from "../member-view.ts";
import type { View } from "../view.ts";

export type ProofView = EntryView["proof"];

/** How to show that one speaks for the organization where one's address does not. */
export function EntryProof({ view, token, proof }: { view: View; token: string; proof: ProofView }) {
  const { t } = speak(view.locale);
  const { strong, looked, host, url, value } = proof;
  if (strong || !host || !url) return null;
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{t("page.member-manage.proof")}</h2>
      <p>{t("page.member-manage.proof.text")}</p>
      {looked && (
        <p class="notice" role="status">
          {t("page.member-manage.proof.not-found")}
        </p>
      )}
      <ul>
        <li>
          <Around text={t("page.member-manage.proof.dns", { host: here })} part={host} />
        </li>
        <li>
          <Around text={t("page.member-manage.proof.file", { url: here })} part={url} />
        </li>
      </ul>
      <p>{t("page.member-manage.proof.value")}</p>
      <code class="proof-value">{value}</code>
      <form method="post" action={to(view, `/manage/${token}/prove`)}>
        <button type="submit">{t("page.member-manage.verb.prove")}</button>
      </form>
    </section>
  );
}

/** Stands in a text where something else goes, which no text has by itself. */
const here = "\ue000";

/** A text around something that runs from left to right in every language, and is copied as it is. */
function Around({ text, part }: { text: string; part: string }) {
  const [before, after] = text.split(here);
  return (
    <>
      {before}
      <code dir="ltr">{part}</code>
      {after}
    </>
  );
}

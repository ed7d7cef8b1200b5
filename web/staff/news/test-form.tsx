import type { Locale } from "../../../shared/locales/languages.ts";
import { useConsole } from "../console-context.ts";
import { useSending } from "../parts/sending.ts";
import { languageText, t } from "../texts/texts.ts";
import { type Mailing, mailingPath } from "./mailing.ts";

/** Sends the mail as it is saved to whoever is signed in, and to nobody else. */
export function TestForm({ mailing, locale }: { mailing: Mailing; locale: Locale }) {
  const { ask, say, session } = useConsole();
  const { send, isBusy, problem } = useSending();
  if (mailing.fallbacks[locale] === null) return null;
  return (
    <section class="card" aria-labelledby="test-title">
      <h2 id="test-title">{t("news.test")}</h2>
      <p>{t("news.test.lead", { email: session.email ?? "", language: languageText(locale) })}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="actions">
        <button
          type="button"
          class="button-quiet"
          aria-busy={isBusy}
          onClick={() =>
            send(async () => {
              await ask(mailingPath(mailing.id, "/test"), { method: "POST", body: { locale } });
              say(t("news.test.sent", { email: session.email ?? "" }));
            })
          }
        >
          {t(isBusy ? "sign-in.busy" : "news.test.button")}
        </button>
      </p>
    </section>
  );
}

import { useEffect, useState } from "preact/hooks";
import { isLocale, type Locale } from "../../../shared/locales/languages.ts";
import { auditHref } from "../audit/subject.tsx";
import { useAsked, useConsole } from "../console-context.ts";
import { EditNews } from "../news/edit-news.tsx";
import { LanguageChoice } from "../news/language-choice.tsx";
import { type Mailing, mailingPath, mayChange } from "../news/mailing.ts";
import { NewsVerbs } from "../news/news-verbs.tsx";
import { NewsPreview } from "../news/preview.tsx";
import { NewsProgress } from "../news/progress.tsx";
import { RecipientsCard } from "../news/recipients.tsx";
import { TestForm } from "../news/test-form.tsx";
import { useUnsaved } from "../news/unsaved.ts";
import { Loaded } from "../parts/loaded.tsx";
import { Screen } from "../parts/screen.tsx";
import { SeeAlso } from "../parts/see-also.tsx";
import { listAddress } from "../parts/up.ts";
import { t, wordText } from "../texts/texts.ts";

/** How often a mailing is looked at again by itself, in its states. Milliseconds. */
const lookAgain: Partial<Record<Mailing["state"], number>> = {
  sending: 4_000,
  scheduled: 20_000,
  sent: 20_000,
};

/** One mailing: what it says on one side, where it stands and what may be done with it on the other. */
export function NewsItemScreen({ id }: { id: string }) {
  const { say } = useConsole();
  const asked = useAsked<Mailing>(mailingPath(id));
  const { answer: mailing, again } = asked;
  const [chosen, choose] = useState<Locale>();
  const editing = useUnsaved(id, mailing);
  useLookAgain(mailing?.state, again);
  const up = { href: listAddress("news"), text: t("news.title") };
  if (!mailing) return <Loaded asked={asked} title={t("news.title")} up={up} show={() => null} />;
  const at = {
    mailing,
    again,
    done: (text: string): void => {
      say(text);
      again();
    },
  };
  const locale = chosen ?? firstWritten(mailing);
  return (
    <Screen
      key="mailing"
      title={mailing.subject ?? t("news.no-text")}
      up={up}
      beside={<span class={`tag state-${mailing.state}`}>{wordText("state", mailing.state)}</span>}
    >
      <div class="desk">
        <div class="desk-main">
          {mayChange(mailing) ? (
            <EditNews {...at} editing={editing} locale={locale} choose={choose} />
          ) : (
            <section class="card">
              <LanguageChoice mailing={mailing} chosen={locale} choose={choose} />
            </section>
          )}
          <NewsPreview mailing={mailing} locale={locale} />
        </div>
        <div class="desk-side">
          <NewsProgress mailing={mailing} />
          <NewsVerbs {...at} hasUnsaved={editing.hasUnsaved} />
          <TestForm mailing={mailing} locale={locale} />
          {mayChange(mailing) && <RecipientsCard mailing={mailing} />}
          <SeeAlso ways={[{ href: auditHref(`news.${mailing.id}`), text: t("audit.link") }]} />
        </div>
      </div>
    </Screen>
  );
}

function firstWritten({ texts }: Mailing): Locale {
  return ["en", ...Object.keys(texts)].filter(isLocale).find((locale) => texts[locale]) ?? "en";
}

function useLookAgain(state: Mailing["state"] | undefined, again: () => Promise<void>): void {
  const every = state && lookAgain[state];
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(again, every);
    return () => clearInterval(timer);
  }, [every, again]);
}

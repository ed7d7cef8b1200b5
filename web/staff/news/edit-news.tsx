import { useState } from "preact/hooks";
import { type Locale, locales } from "../../../shared/locales/languages.ts";
import { useConsole } from "../console-context.ts";
import { useSending } from "../parts/sending.ts";
import { Stale } from "../parts/stale.tsx";
import { t } from "../texts/texts.ts";
import { differencesIn } from "./differences.ts";
import { EditSettings } from "./edit-settings.tsx";
import { EditText } from "./edit-text.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { type AtMailing, mailingPath, settingsOf, typedOf } from "./mailing.ts";
import { NotSaved, save } from "./save.ts";
import type { Editing } from "./unsaved.ts";

interface EditNewsProps extends AtMailing {
  editing: Editing;
  locale: Locale;
  choose: (locale: Locale) => void;
}

/** The editor of a mailing: whom it is for, and a text for each language. One button saves all that was changed. */
export function EditNews({ mailing, editing, locale, choose, done, again }: EditNewsProps) {
  const { ask } = useConsole();
  const { send, isBusy, problem, problemOf } = useSending();
  const [wrong, setWrong] = useState<Locale | "settings">();
  const { unsaved, hasUnsaved, isStale } = editing;
  const submit = () =>
    send(
      async () => {
        setWrong(undefined);
        const version = await save(ask, mailing, unsaved).catch((cause: unknown) => {
          if (cause instanceof NotSaved) met(cause);
          throw cause;
        });
        editing.saved(version);
        done(t("news.saved"));
      },
      ({ type }) => {
        again();
        return type === "changed-meanwhile";
      },
    );
  const met = ({ at, left }: NotSaved): void => {
    editing.keep(left);
    setWrong(at);
    if (at !== "settings") choose(at);
  };
  const remove = () =>
    send(async () => {
      const path = mailingPath(mailing.id, `/texts/${locale}/removal`);
      await ask(path, { method: "POST", body: { version: mailing.version } });
      done(t("news.text.removed"));
    });
  const problemIn = (part: Locale | "settings") => (pointer: string) =>
    wrong === part ? problemOf(pointer) : undefined;
  return (
    <form
      class="card form"
      aria-busy={isBusy}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (hasUnsaved && !isStale) submit();
      }}
    >
      <h2>{t("news.edit")}</h2>
      {isStale && (
        <Stale
          differences={differencesIn(mailing, unsaved)}
          keep={() => editing.keep({ ...unsaved, version: mailing.version })}
          drop={editing.forget}
        />
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <EditSettings
        settings={unsaved.settings ?? settingsOf(mailing)}
        change={(settings) => editing.change({ settings })}
        problemOf={problemIn("settings")}
      />
      <LanguageChoice mailing={mailing} unsaved={unsaved} chosen={locale} choose={choose} />
      <EditText
        key={locale}
        locale={locale}
        text={unsaved.texts[locale] ?? typedOf(mailing.texts[locale])}
        fallback={mailing.fallbacks[locale] ?? undefined}
        change={(text) => editing.change({ texts: { ...unsaved.texts, [locale]: text } })}
        problemOf={problemIn(locale)}
      />
      {mailing.state === "scheduled" && <p class="hint">{t("news.edit.scheduled")}</p>}
      <p class="actions">
        <button type="submit" disabled={!hasUnsaved || isStale}>
          {t(isBusy ? "sign-in.busy" : "news.save")}
        </button>
        {hasUnsaved && (
          <button type="button" class="button-quiet" onClick={editing.forget}>
            {t("news.drop")}
          </button>
        )}
        {mailing.texts[locale] && !hasUnsaved && locales.length > 1 && (
          <button type="button" class="button-quiet" onClick={remove}>
            {t("news.text.remove")}
          </button>
        )}
      </p>
      <p class="hint" role="status">
        {hasUnsaved ? t("news.unsaved") : ""}
      </p>
    </form>
  );
}

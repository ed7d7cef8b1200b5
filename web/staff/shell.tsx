import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import { useConsole } from "./console-context.ts";
import { HelpSheet } from "./help-sheet.tsx";
import { useKeys } from "./keys.ts";
import { followLinks, usePlace } from "./place.ts";
import { sections } from "./sections.ts";
import { mayAs } from "./session/claims.ts";
import { currentLanguage, type Language, languages, t } from "./texts/texts.ts";

interface ShellProps {
  mark: string;
  chooseLanguage: (language: Language) => void;
  children: ComponentChildren;
}

/** What stands around every screen: sections, who is signed in, language, the sheet of keys. */
export function Shell({ mark, chooseLanguage, children }: ShellProps) {
  const { session } = useConsole();
  const [isHelping, setHelping] = useState(false);
  const openHelp = useCallback(() => setHelping(true), []);
  useKeys(openHelp);
  const roles = session.claims?.roles ?? [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only follows the links inside, which are reached by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that Enter is pressed on is clicked
    <div class="console" onClick={followLinks}>
      <a class="skip" href="#content">
        {t("console.skip")}
      </a>
      <header class="console-head">
        <a class="brand" href="/staff">
          <img src={mark} width="36" height="36" alt="" />
          <span>{t("console.title")}</span>
        </a>
        <Sections />
        <section class="account" aria-label={t("account.label")}>
          <p>
            <bdi>{session.email}</bdi>
            <span class="hint">{roles.map((role) => t(`role.${role}`)).join(", ")}</span>
          </p>
          <label>
            <span class="unseen">{t("account.language")}</span>
            <select
              value={currentLanguage()}
              onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
            >
              {Object.entries(languages).map(([code, name]) => (
                <option value={code} key={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="button-quiet" aria-keyshortcuts="?" onClick={openHelp}>
            {t("account.keys")}
          </button>
          <button type="button" class="button-quiet" onClick={() => session.signOut()}>
            {t("account.sign-out")}
          </button>
        </section>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {isHelping && <HelpSheet roles={roles} close={() => setHelping(false)} />}
    </div>
  );
}

function Sections() {
  const { session } = useConsole();
  const { path } = usePlace();
  const mine = sections.filter((section) => mayAs(session.claims?.roles ?? [], section.for));
  return (
    <nav aria-label={t("nav.label")}>
      <ul>
        {mine.map(({ path: to, name }) => {
          const isHere = to === "/staff" ? path === to : path === to || path.startsWith(`${to}/`);
          return (
            <li key={to}>
              <a href={to} aria-current={isHere ? "page" : undefined}>
                {t(name)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { Connection } from "./connection.tsx";
import { useConsole } from "./console-context.ts";
import { HelpSheet } from "./help-sheet.tsx";
import { useKeys } from "./keys.ts";
import { Menu } from "./menu.tsx";
import { followLinks, usePlace } from "./place.ts";
import { type Language, t } from "./texts/texts.ts";

interface ShellProps {
  mark: string;
  chooseLanguage: (language: Language) => void;
  children: ComponentChildren;
}

/** What stands around every screen: the menu (behind a button on a phone), who is signed in, the sheet of keys. */
export function Shell({ mark, chooseLanguage, children }: ShellProps) {
  const { session } = useConsole();
  const { path } = usePlace();
  const [isHelping, setHelping] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const openHelp = useCallback(() => setHelping(true), []);
  useKeys(openHelp);
  // The menu of a phone closes behind whoever has chosen.
  useEffect(() => setOpen(false), [path]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only follows the links inside, which are reached by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that Enter is pressed on is clicked
    <div class="console" onClick={followLinks}>
      <a class="skip" href="#content">
        {t("console.skip")}
      </a>
      <header class="console-head">
        <div class="console-bar">
          <a class="brand" href="/staff">
            <img src={mark} width="36" height="36" alt="" />
            <span>{t("console.title")}</span>
          </a>
          <button
            type="button"
            class="button-quiet small menu-button"
            aria-expanded={isOpen}
            aria-controls="menu"
            onClick={() => setOpen(!isOpen)}
          >
            {t("nav.menu")}
          </button>
        </div>
        <div id="menu" class={isOpen ? "menu menu-open" : "menu"}>
          <Menu chooseLanguage={chooseLanguage} openHelp={openHelp} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Connection />
        {children}
      </main>
      {isHelping && <HelpSheet roles={session.claims?.roles ?? []} close={() => setHelping(false)} />}
    </div>
  );
}

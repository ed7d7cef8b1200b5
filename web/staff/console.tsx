import { render } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useState } from "preact/hooks";
import { staffApi, staffFile } from "./api.ts";
import { type Console, ConsoleContext } from "./console-context.ts";
import { Sheet } from "./parts/sheet.tsx";
import { CurrentScreen } from "./screens.tsx";
import { Session } from "./session/session.ts";
import type { Tokens } from "./session/sign-in.ts";
import { SignInForm } from "./session/sign-in-form.tsx";
import { Shell } from "./shell.tsx";
import { chooseLanguage, currentLanguage, type Language, t } from "./texts/texts.ts";

/** How long a short message stays. Milliseconds. */
const shownFor = 6_000;

/** The staff console: who sits here, then the screen of the address. */
function App({ session, mark }: { session: Session; mark: string }) {
  const [, look] = useReducer((times: number) => times + 1, 0);
  const [said, setSaid] = useState("");
  const [sitting, setSitting] = useState(0);
  // Before anything is painted: the session may be known at once.
  useLayoutEffect(() => session.onChange(() => look(undefined as never)), [session]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  const context = useMemo<Console>(
    () => ({ session, ask: staffApi(session), file: staffFile(session), say: setSaid }),
    [session],
  );
  const accept = (tokens: Tokens, email: string): void => {
    // Another person than the one whose session ended sees nothing of theirs.
    if (session.accept(tokens, email)) setSitting(sitting + 1);
  };
  const change = (language: Language): void => {
    chooseLanguage(language);
    look(undefined as never);
  };
  if (session.state === "starting") return <p class="waiting">{t("console.loading")}</p>;
  if (session.state === "out")
    return (
      <main class="door">
        <p class="brand">
          <img src={mark} width="36" height="36" alt="" />
          <span>{t("console.title")}</span>
        </p>
        <SignInForm door={session.door} again={undefined} done={accept} />
      </main>
    );
  return (
    <ConsoleContext.Provider value={context}>
      <Shell mark={mark} chooseLanguage={change} key={`${sitting} ${currentLanguage()}`}>
        <CurrentScreen />
      </Shell>
      <p class={said ? "said" : "unseen"} role="status">
        {said}
      </p>
      {session.state === "ended" && (
        <Sheet title={t("sign-in.again.title")}>
          <SignInForm door={session.door} again={session.email} done={accept} />
        </Sheet>
      )}
    </ConsoleContext.Provider>
  );
}

const root = document.getElementById("console");
if (root) {
  const { client = "", signIn = "", mark = "" } = root.dataset;
  document.documentElement.lang = currentLanguage();
  const session = new Session({ client, signIn });
  root.replaceChildren();
  render(<App session={session} mark={mark} />, root);
  session.start();
}

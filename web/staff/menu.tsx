import { useConsole } from "./console-context.ts";
import { usePlace } from "./place.ts";
import { sectionGroups, sectionOf, sections } from "./sections.ts";
import { mayAs } from "./session/claims.ts";
import { currentLanguage, type Language, languages, t } from "./texts/texts.ts";

interface MenuProps {
  chooseLanguage: (language: Language) => void;
  openHelp: () => void;
}

/** The sections that somebody's roles open, in groups, and below them what is theirs. */
export function Menu(props: MenuProps) {
  return (
    <>
      <Sections />
      <Account {...props} />
    </>
  );
}

function Sections() {
  const { session } = useConsole();
  const here = sectionOf(usePlace().path);
  const mine = sections.filter((section) => mayAs(session.claims?.roles ?? [], section.for));
  return (
    <nav aria-label={t("nav.label")}>
      {sectionGroups.map((group) => {
        const inGroup = mine.filter((section) => section.in === group);
        return (
          inGroup.length > 0 && (
            <div class="menu-group" key={group}>
              <p id={`menu-${group}`}>{t(`nav.group.${group}`)}</p>
              <ul aria-labelledby={`menu-${group}`}>
                {inGroup.map((section) => (
                  <li key={section.path}>
                    <a href={section.path} aria-current={section === here ? "page" : undefined}>
                      {t(section.name)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </nav>
  );
}

function Account({ chooseLanguage, openHelp }: MenuProps) {
  const { session } = useConsole();
  const roles = session.claims?.roles ?? [];
  return (
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
  );
}

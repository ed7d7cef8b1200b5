import { memberKinds } from "../../shared/domain/member-states.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { MembersChosen } from "../pages/members.tsx";
import type { View } from "../view.ts";
import { ChoiceField } from "./choice-field.tsx";
import { TextField } from "./field.tsx";

interface Props {
  view: View;
  chosen: MembersChosen;
  countries: readonly string[];
}

const letters = [..."abcdefghijklmnopqrstuvwxyz", "other"];

/** A plain form that gets: works without script, and its address can be passed on. */
export function MemberFilters({ view, chosen, countries }: Props) {
  const { t, country } = speak(view.locale);
  const form = { values: valuesOf(chosen), problems: [] };
  const named = countries.map((value) => ({ value, label: country(value) }));
  const kinds = memberKinds.map((value) => ({ value, label: t(`member.kind.${value}`) }));
  return (
    <search class="directory-search">
      <form class="form filters" method="get" action={to(view, "/members")}>
        <TextField
          {...{ view, form }}
          name="q"
          label={t("page.members.search")}
          input={{ type: "search", dir: "auto", spellcheck: false }}
        />
        <ChoiceField
          {...{ view, form }}
          name="kind"
          label={t("page.members.kind")}
          choices={kinds}
          none={t("page.members.all")}
        />
        <ChoiceField
          {...{ view, form }}
          name="country"
          label={t("page.members.country")}
          choices={named.sort((a, b) => a.label.localeCompare(b.label, view.locale))}
          none={t("page.members.all")}
        />
        <p>
          <button type="submit">{t("page.members.find")}</button>
        </p>
      </form>
      <Letters view={view} chosen={chosen} />
    </search>
  );
}

function Letters({ view, chosen }: Pick<Props, "view" | "chosen">) {
  const { t } = speak(view.locale);
  return (
    <nav aria-label={t("page.members.letters")}>
      <ul class="letters">
        <li>
          <a href={to(view, "/members")}>{t("page.members.all")}</a>
        </li>
        {letters.map((letter) => (
          <li key={letter}>
            <a
              href={to(view, `/members?letter=${letter}`)}
              aria-current={chosen.letter === letter ? "true" : undefined}
            >
              {letter === "other" ? t("page.members.other") : letter.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function valuesOf({ kind, country, q }: MembersChosen): Record<string, string> {
  return { ...(kind && { kind }), ...(country && { country }), ...(q && { q }) };
}

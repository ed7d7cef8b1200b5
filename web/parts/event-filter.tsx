import type { EventFilter } from "../../shared/domain/event-filter.ts";
import { locales, speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { View } from "../view.ts";
import { CountryField } from "./country-field.tsx";

/** The filters as a query of the same list elsewhere; empty where there are none. */
export function queryOf(filter: EventFilter & { cursor?: string }): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

/** Those of our pages, and the one that an address asks for. */
function languagesAsked(asked: string | undefined): string[] {
  return [...new Set([...locales, ...(asked === undefined ? [] : [asked])])];
}

/** A form that asks for the same page again; it works without script, and its address can be passed on. */
export function EventFilterForm({ view, filter }: { view: View; filter: EventFilter }) {
  const { t, language } = speak(view.locale);
  const form = { values: { country: filter.country ?? "" }, problems: [] };
  return (
    <form class="filters" method="get" action={to(view, "/events")} aria-label={t("page.events.filter")}>
      <p class="field">
        <label for="from">{t("page.events.from")}</label>
        <input type="date" id="from" name="from" value={filter.from} />
      </p>
      <p class="field">
        <label for="to">{t("page.events.to")}</label>
        <input type="date" id="to" name="to" value={filter.to} />
      </p>
      <CountryField
        {...{ view, form, name: "country", label: t("form.country.label"), none: t("page.events.any") }}
      />
      <p class="field">
        <label for="language">{t("page.events.language")}</label>
        <select id="language" name="language">
          <option value="">{t("page.events.any")}</option>
          {languagesAsked(filter.language).map((code) => (
            <option value={code} selected={code === filter.language} key={code}>
              {language(code)}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="online">{t("page.event.online")}</label>
        <select id="online" name="online">
          <option value="">{t("page.events.any")}</option>
          <option value="true" selected={filter.online === true}>
            {t("page.manage.yes")}
          </option>
          <option value="false" selected={filter.online === false}>
            {t("page.manage.no")}
          </option>
        </select>
      </p>
      {filter.past && <input type="hidden" name="past" value="true" />}
      <p class="actions">
        <button type="submit">{t("page.events.filter")}</button>
      </p>
    </form>
  );
}

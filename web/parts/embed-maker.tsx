import { h } from "preact";
import { direction, type Locale, locales, nativeNames, speak } from "../../shared/locales/speak.ts";
import { pathIn, to } from "../link.ts";
import type { View } from "../view.ts";
import { snippet } from "./document.ts";

export const embedKinds = ["counter", "element", "form", "badge"] as const;

/** What is to stand on another site. */
export interface Embed {
  kind: (typeof embedKinds)[number];
  scope: string;
  locale: Locale;
}

interface Props {
  view: View;
  embed: Embed;
  /** Every scope with its name. */
  scopes: readonly { scope: string; name: string; title: string }[];
}

/** Makes the one line of HTML that puts us on another site. Choosing is a form that asks for this page again. */
export function EmbedMaker({ view, embed, scopes }: Props) {
  const { t } = speak(view.locale);
  return (
    <section aria-labelledby="embed" class="embed-maker">
      <h2 id="embed">{t("page.data.embed")}</h2>
      <p>{t("page.data.embed.lead")}</p>
      <form method="get" action={`${to(view, "/data")}#embed`}>
        <Choice
          name="embed"
          label={t("page.data.embed.what")}
          chosen={embed.kind}
          choices={embedKinds.map((kind) => [kind, t(`page.data.embed.${kind}`)])}
        />
        <Choice
          name="scope"
          label={t("page.data.embed.scope")}
          chosen={embed.scope}
          choices={scopes.map(({ scope, name }) => [scope, name])}
        />
        <Choice
          name="language"
          label={t("page.data.embed.language")}
          chosen={embed.locale}
          choices={locales.map((locale) => [locale, nativeNames[locale]])}
        />
        <p class="actions">
          <button type="submit">{t("page.data.embed.make")}</button>
        </p>
      </form>
      <Made
        view={view}
        embed={embed}
        title={scopes.find(({ scope }) => scope === embed.scope)?.title ?? ""}
      />
    </section>
  );
}

function Choice(props: {
  name: string;
  label: string;
  chosen: string;
  choices: readonly (readonly [string, string])[];
}) {
  const { name, label, chosen, choices } = props;
  return (
    <div class="field">
      <label for={`embed-${name}`}>{label}</label>
      <select id={`embed-${name}`} name={name}>
        {choices.map(([value, text]) => (
          <option value={value} selected={value === chosen} key={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Made({ view, embed, title }: { view: View; embed: Embed; title: string }) {
  const { t } = speak(view.locale);
  if (!canBe(embed)) return <p class="notice">{t("page.data.embed.no-form")}</p>;
  const line = snippet(lineOf(view.origin, embed, title));
  return (
    <>
      <div data-share="">
        <p class="field">
          <label for="embed-line">{t("page.data.embed.line")}</label>
          <textarea id="embed-line" class="code" rows={4} dir="ltr" readOnly spellcheck={false}>
            {line}
          </textarea>
        </p>
        <p class="actions">
          <button
            type="button"
            class="button-quiet"
            hidden
            data-do="copy"
            data-done={t("page.data.embed.copied")}
          >
            {t("page.data.embed.copy")}
          </button>
        </p>
      </div>
      <h3>{t("page.data.embed.preview")}</h3>
      <div class="embed-preview">{lineOf("", embed, title)}</div>
    </>
  );
}

/** People sign up for events, pledges and statements; a campaign and the coalition have no form. */
function canBe({ kind, scope }: Embed): boolean {
  return kind !== "form" || /^(?:event|pledge|statement)\./.test(scope);
}

/** The line, with absolute addresses; without an origin the same for a page of ours, which shows it. */
function lineOf(origin: string, { kind, scope, locale }: Embed, title: string) {
  const page = origin + pathIn(locale, pageOf(scope));
  // Our own pages allow no inline style.
  const frame = {
    title,
    loading: "lazy" as const,
    ...(origin !== "" && { style: "border:0;max-width:100%" }),
  };
  switch (kind) {
    case "counter":
      return (
        <iframe
          src={origin + pathIn(locale, `/embed/counter/${scope}`)}
          width="380"
          height="270"
          {...frame}
        />
      );
    case "form":
      return (
        <>
          <script async src={`${origin}/embed/counter.js`} />
          <iframe src={origin + pathIn(locale, `/embed/form/${scope}`)} width="600" height="900" {...frame} />
        </>
      );
    case "element":
      return (
        <>
          <script async src={`${origin}/embed/counter.js`} />
          {h(
            "encryption-counter",
            { scope, lang: locale, dir: direction(locale) },
            <a href={page}>{speak(locale).t("count.people")}</a>,
          )}
        </>
      );
    case "badge":
      return (
        <a href={page}>
          <img src={`${origin}/api/counts/${scope}/badge.svg?locale=${locale}`} alt={title} height="24" />
        </a>
      );
  }
}

function pageOf(scope: string): string {
  const [kind, slug] = scope.split(".");
  return slug === undefined ? "/" : `/${kind}s/${slug}`;
}

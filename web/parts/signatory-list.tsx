import { speak } from "../../shared/locales/speak.ts";
import type { SignatoryTotals, SignatoryView } from "../signing-view.ts";
import type { View } from "../view.ts";
import { between } from "../words.ts";
import { Day } from "./when.tsx";

interface SignatoryListProps {
  view: View;
  items: readonly SignatoryView[];
  /** Of the whole list, of which this may be a part. */
  totals: SignatoryTotals;
}

/** Signatories in two groups. Websites are words, not links: nobody signs for the sake of a link. */
export function SignatoryList({ view, items, totals }: SignatoryListProps) {
  const { t } = speak(view.locale);
  if (items.length === 0) return <p class="notice">{t("page.signatories.none")}</p>;
  const groups = [
    [
      "page.signatories.organizations",
      totals.organizations,
      items.filter(({ kind }) => kind === "organization"),
    ],
    ["page.signatories.people", totals.people, items.filter(({ kind }) => kind === "person")],
  ] as const;
  return groups.map(([title, total, members]) =>
    members.length === 0 ? null : (
      <section key={title}>
        <h3>
          {t(title)} ({speak(view.locale).number(total)})
        </h3>
        <ul class="signatories">
          {members.map((item) => (
            <Signatory view={view} item={item} key={`${item.at} ${item.name}`} />
          ))}
        </ul>
      </section>
    ),
  );
}

function Signatory({ view, item }: { view: View; item: SignatoryView }) {
  const { country } = speak(view.locale);
  const more = [item.title, item.country && country(item.country)].filter(Boolean);
  return (
    <li>
      {item.logo && (
        <img src={item.logo.url} width={item.logo.width} height={item.logo.height} alt="" loading="lazy" />
      )}
      <strong>
        <bdi>{item.name}</bdi>
      </strong>
      {more.map((fact) => (
        <span key={fact}>
          {between}
          <bdi>{fact}</bdi>
        </span>
      ))}
      <span class="hint no-print">
        {between}
        <Day view={view} at={item.at} />
      </span>
    </li>
  );
}

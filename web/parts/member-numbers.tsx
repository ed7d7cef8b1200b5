import type { ComponentChildren } from "preact";
import type { MemberKind } from "../../shared/domain/member-states.ts";
import { speak } from "../../shared/locales/speak.ts";
import type { View } from "../view.ts";
import { CountryMap } from "./country-map.tsx";

interface Props {
  view: View;
  by: { kind: Record<string, number>; country: Record<string, number> };
  kinds: readonly MemberKind[];
}

/** Members by kind and by country. Not folded: the directory is public. */
export function MemberNumbers({ view, by, kinds }: Props) {
  const { t, country } = speak(view.locale);
  const byKind = kinds
    .filter((kind) => by.kind[kind])
    .map((kind): [string, number] => [t(`member.kind.${kind}`), by.kind[kind] ?? 0]);
  const byCountry = Object.entries(by.country)
    .map(([code, n]): [string, number] => [country(code), n])
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b, view.locale));
  if (byKind.length === 0) return null;
  return (
    <>
      <Numbers
        view={view}
        id="kinds"
        title={t("page.members.kinds")}
        head={t("page.members.kind")}
        rows={byKind}
      />
      <Numbers
        view={view}
        id="countries"
        title={t("page.members.countries")}
        head={t("page.members.country")}
        rows={byCountry}
        above={<CountryMap view={view} count={{ by }} of="members" />}
      />
    </>
  );
}

interface NumbersProps {
  view: View;
  id: string;
  title: string;
  head: string;
  rows: [string, number][];
  /** Drawn above the table. */
  above?: ComponentChildren;
}

function Numbers({ view, id, title, head, rows, above }: NumbersProps) {
  const { t, number } = speak(view.locale);
  const most = Math.max(...rows.map(([, n]) => n));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {above}
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="number">
              {t("page.members.number")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, n]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{number(n)}</td>
              <td class="bar-cell" aria-hidden="true">
                <progress class="row-bar" value={n} max={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { smallestCell } from "../../shared/domain/counts.ts";
import { speak } from "../../shared/locales/speak.ts";
import { world } from "../map/world.ts";
import type { CountView, View } from "../view.ts";

/**
 * From how many on a country's dots are drawn larger. The style sheet has a size for each: `.dots-1` and so on. Countries
 * of fewer people than the first step are not lit, so that nobody can be told apart; members are public.
 */
const steps = {
  people: [smallestCell, 100, 1_000, 10_000],
  members: [1, 3, 10, 50],
} as const;

interface Props {
  view: View;
  count: Pick<CountView, "by">;
  of?: keyof typeof steps;
}

/**
 * The world in dots: those of a country are lit, and the larger the more people take part from there, so that nobody needs
 * to see colours. What it shows is said in its name; the figures stand in a table beside it.
 */
export function CountryMap({ view, count, of = "people" }: Props) {
  const { t } = speak(view.locale);
  const lit = litCountries(count);
  const none = of === "people" ? "page.campaign.where.none" : "page.members.where.none";
  return (
    <figure class="world">
      <Dots view={view} lit={lit} of={of} />
      <figcaption class="world-key">
        {lit.length === 0 ? <p>{t(none)}</p> : <Key view={view} of={of} />}
      </figcaption>
    </figure>
  );
}

type Lit = readonly [code: string, people: number][];

function litCountries(count: Props["count"]): Lit {
  return Object.entries(count.by?.country ?? {}).filter(([code]) => code !== "other");
}

interface Drawn {
  view: View;
  of: keyof typeof steps;
}

function Dots({ view, lit, of }: Drawn & { lit: Lit }) {
  const { country, number } = speak(view.locale);
  const { viewBox, dots } = world();
  const on = new Map(lit);
  const dark = Object.entries(dots).filter(([code]) => !on.has(code));
  return (
    <svg class="world-dots" viewBox={viewBox} role="img" aria-label={nameOf(view, lit)}>
      <path d={dark.map(([, path]) => path).join("")} />
      {lit.map(([code, people]) => (
        <path class={`dots-${stepOf(people, of)}`} d={dots[code]} key={code}>
          <title>{`${country(code)}: ${number(people)}`}</title>
        </path>
      ))}
    </svg>
  );
}

function nameOf(view: View, lit: Lit): string {
  const { t, list, country } = speak(view.locale);
  if (lit.length === 0) return t("page.campaign.where.map-dark");
  const most = [...lit].sort(([, a], [, b]) => b - a).slice(0, 3);
  const names = list(most.map(([code]) => country(code)));
  return t("page.campaign.where.map", { countries: t("count.countries", { n: lit.length }), names });
}

function Key({ view, of }: Drawn) {
  const { t, number } = speak(view.locale);
  const said = (from: number, i: number) => {
    const next = steps[of][i + 1];
    return next === undefined
      ? t("page.campaign.where.from", { n: number(from) })
      : `${number(from)}–${number(next - 1)}`;
  };
  return (
    <>
      <p>{t("page.campaign.where.key")}</p>
      <ul>
        {of === "people" && (
          <li>
            <Sample />
            {t("page.campaign.where.few", { n: number(smallestCell) })}
          </li>
        )}
        {steps[of].map((from, i) => (
          <li key={from}>
            <Sample step={i + 1} />
            <bdi>{said(from, i)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Three dots as they are on the map. */
function Sample({ step }: { step?: number }) {
  return (
    <svg class="world-sample" viewBox="0 0 24 8" aria-hidden="true">
      <path class={step === undefined ? undefined : `dots-${step}`} d="M4 4h17" />
    </svg>
  );
}

/** Which step a number of people stands on, from 1. */
function stepOf(people: number, of: keyof typeof steps): number {
  return Math.max(1, steps[of].filter((from) => people >= from).length);
}

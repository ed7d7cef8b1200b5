import { smallestCell } from "../../shared/domain/counts.ts";
import { speak } from "../../shared/locales/speak.ts";
import { world } from "../map/world.ts";
import type { CountView, View } from "../view.ts";

/** From how many people on a country's dots are drawn larger. The style sheet has a size for each: `.dots-1` and so on. */
const steps = [smallestCell, 100, 1_000, 10_000] as const;

/**
 * The world in dots: those of a country are lit, and the larger the more people take part from there, so that nobody needs
 * to see colours. What it shows is said in its name; the figures stand in a table beside it.
 */
export function CountryMap({ view, count }: { view: View; count: CountView }) {
  const { t } = speak(view.locale);
  const lit = litCountries(count);
  return (
    <figure class="world">
      <Dots view={view} lit={lit} />
      <figcaption class="world-key">
        {lit.length === 0 ? <p>{t("page.campaign.where.none")}</p> : <Key view={view} />}
      </figcaption>
    </figure>
  );
}

type Lit = readonly [code: string, people: number][];

function litCountries(count: CountView): Lit {
  return Object.entries(count.by?.country ?? {}).filter(([code]) => code !== "other");
}

function Dots({ view, lit }: { view: View; lit: Lit }) {
  const { country, number } = speak(view.locale);
  const { viewBox, dots } = world();
  const on = new Map(lit);
  const dark = Object.entries(dots).filter(([code]) => !on.has(code));
  return (
    <svg class="world-dots" viewBox={viewBox} role="img" aria-label={nameOf(view, lit)}>
      <path d={dark.map(([, path]) => path).join("")} />
      {lit.map(([code, people]) => (
        <path class={`dots-${stepOf(people)}`} d={dots[code]} key={code}>
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

function Key({ view }: { view: View }) {
  const { t, number } = speak(view.locale);
  const said = (from: number, i: number) => {
    const next = steps[i + 1];
    return next === undefined
      ? t("page.campaign.where.from", { n: number(from) })
      : `${number(from)}–${number(next - 1)}`;
  };
  return (
    <>
      <p>{t("page.campaign.where.key")}</p>
      <ul>
        <li>
          <Sample />
          {t("page.campaign.where.few", { n: number(smallestCell) })}
        </li>
        {steps.map((from, i) => (
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
function stepOf(people: number): number {
  return Math.max(1, steps.filter((from) => people >= from).length);
}

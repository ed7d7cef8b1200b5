import { badgeWords } from "../../shared/locales/badge.ts";
import { direction, type Locale } from "../../shared/locales/languages.ts";

/** Rough widths in pixels of a letter of 12 px sans-serif; what is drawn is fitted to the width that they come to. */
const digitWidth = 7.5;
const letterWidth = { ltr: 7, rtl: 6.5 };
const padding = 9;
const height = 24;

/**
 * How many people, as a picture that any page can show: of any number of digits, in the reader's direction, light or
 * dark as their screen is. It loads nothing and tells nobody.
 */
export function badge(people: number, locale: Locale): string {
  const dir = direction(locale);
  const words = badgeWords[locale];
  const label = words[new Intl.PluralRules(locale).select(people)] ?? words.other;
  const figure = new Intl.NumberFormat(locale).format(people);
  const labelWidth = Math.ceil([...label].length * letterWidth[dir] + 2 * padding);
  const figureWidth = Math.ceil([...figure].length * digitWidth + 2 * padding);
  const width = labelWidth + figureWidth;
  const [figureX, labelX] = dir === "rtl" ? [labelWidth, 0] : [0, figureWidth];
  const spoken = `${figure} ${label}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(spoken)}" lang="${locale}" direction="${dir}">
<title>${escaped(spoken)}</title>
<style>
text{font:600 12px system-ui,"Segoe UI","Noto Sans","Noto Sans Arabic",sans-serif;text-anchor:middle;dominant-baseline:central}
.f{fill:#083d38}.g{fill:#ffd23f}.l{fill:#e3ede8}.m{fill:#10231f}
@media (prefers-color-scheme:dark){.f{fill:#ffd23f}.g{fill:#10231f}.l{fill:#0c4f49}.m{fill:#e7f1ed}}
</style>
<clipPath id="r"><rect width="${width}" height="${height}" rx="4"/></clipPath>
<g clip-path="url(#r)"><rect class="l" width="${width}" height="${height}"/><rect class="f" x="${figureX}" width="${figureWidth}" height="${height}"/></g>
${text("g", { x: figureX, width: figureWidth }, figure)}
${text("m", { x: labelX, width: labelWidth }, label)}
</svg>
`;
}

function text(name: string, { x, width }: { x: number; width: number }, said: string): string {
  const fit = `textLength="${width - 2 * padding}" lengthAdjust="spacingAndGlyphs"`;
  return `<text class="${name}" x="${x + width / 2}" y="${height / 2}" ${fit}>${escaped(said)}</text>`;
}

function escaped(said: string): string {
  return said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

import codes from "i18n-iso-countries/codes.json" with { type: "json" };

/** The officially assigned ISO 3166-1 alpha-2 codes. */
export const countries: readonly string[] = (codes as string[][]).map(([alpha2]) => alpha2 ?? "").sort();

const known = new Set(countries);

export function isCountry(code: string): boolean {
  return known.has(code);
}

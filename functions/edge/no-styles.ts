/**
 * Takes the place of `postcss` in bundles (docs/adr/0006): `sanitize-html` asks it for the rules in `style` attributes,
 * which we allow nowhere. If ever we do, this fails loudly.
 */
export function parse(): never {
  throw new Error("Styles are not read: see functions/edge/no-styles.ts");
}

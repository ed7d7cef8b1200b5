/**
 * The path of a static file. Its folder is named after a hash of all assets (put in by the bundler), so that a browser
 * may keep a file for ever and still never sees an old one.
 */
export function asset(name: string): string {
  return `/assets/${process.env.ASSET_HASH ?? "dev"}/${name}`;
}

import { locales } from "../../shared/locales/speak.ts";
import { pathIn } from "../link.ts";
import { listedPages } from "../parts/footer.tsx";

/** Every page that no mail leads to, in every language, each naming the others. `paths` are those of published things. */
export function sitemap(origin: string, paths: readonly string[]): string {
  const all = [...listedPages.map(([path]) => path), ...paths];
  const urls = all.flatMap((path) => {
    const others = locales.map(
      (locale) =>
        `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(origin, pathIn(locale, path))}"/>`,
    );
    return locales.map(
      (locale) => `<url><loc>${address(origin, pathIn(locale, path))}</loc>${others.join("")}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
}

/** Slugs need no escaping, but a sitemap that is not well-formed is worth nothing. */
function address(origin: string, path: string): string {
  return encodeURI(origin + path)
    .replaceAll("&", "&amp;")
    .replaceAll("'", "&apos;");
}

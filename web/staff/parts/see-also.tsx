import { t } from "../texts/texts.ts";

interface Way {
  href: string;
  text: string;
  /** A page of the public site, which opens beside the console. */
  isPublic?: boolean;
  /** The key that presses it. */
  key?: string;
}

/** Where one goes on from here, on the page of a thing. */
export function SeeAlso({ ways }: { ways: readonly (Way | false)[] }) {
  return (
    <nav class="card" aria-labelledby="see-also">
      <h2 id="see-also">{t("see-also")}</h2>
      <ul class="plain">
        {ways.map(
          (way) =>
            way && (
              <li key={way.href}>
                <a
                  href={way.href}
                  data-key={way.key}
                  aria-keyshortcuts={way.key}
                  {...(way.isPublic && { target: "_blank", rel: "noreferrer" })}
                >
                  {way.text}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import type { SignableView } from "../signing-view.ts";
import type { View } from "../view.ts";

/** All pledges, or all statements. */
export function signablesPage({
  view,
  kind,
  items,
}: {
  view: View;
  kind: "pledge" | "statement";
  items: readonly SignableView[];
}): string {
  const { t } = speak(view.locale);
  return document(
    <Frame
      view={view}
      title={t(`page.${kind}s.title`)}
      description={t(`page.${kind}s.lead`)}
      head={<SigningSheet />}
    >
      <h1>{t(`page.${kind}s.title`)}</h1>
      <p class="lead">{t(`page.${kind}s.lead`)}</p>
      {items.length === 0 && <p class="notice">{t(`page.${kind}s.none`)}</p>}
      <ul class="signables">
        {items.map((item) => (
          <li key={item.slug}>
            <h2>
              <a href={to(view, `/${kind}s/${item.slug}`)}>
                <bdi lang={item.lang?.title}>{item.title}</bdi>
              </a>
            </h2>
            <p>
              <bdi lang={item.lang?.summary}>{item.summary}</bdi>
            </p>
            <p class="tag">{t(`page.signable.status.${item.status}`)}</p>
          </li>
        ))}
      </ul>
    </Frame>,
  );
}

import type { DifferencePart } from "../../shared/domain/difference.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { Difference } from "../parts/difference.tsx";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { SignedText } from "../parts/signed-text.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import type { SignableView, TextView, VersionView } from "../signing-view.ts";
import type { View } from "../view.ts";

export interface SignableTextPageProps {
  view: View;
  item: SignableView;
  version: VersionView;
  text: TextView;
  /** Against the version before, in the same language; undefined for the first. */
  difference?: { from: number; parts: readonly DifferencePart[] } | undefined;
}

/** One version of a text in one language, and what changed from the one before. */
export function signableTextPage({ view, item, version, text, difference }: SignableTextPageProps): string {
  const { t, day } = speak(view.locale);
  const title = t("page.version.title", { title: item.title, version: version.version });
  return document(
    <Frame view={view} title={title} scope={`${item.kind}.${item.slug}`} head={<SigningSheet />}>
      <div class="single">
        <h1>
          <bdi lang={item.lang?.title}>{title}</bdi>
        </h1>
        <p class="hint">{t("page.signable.published", { day: day(version.publishedAt) })}</p>
        {version.version !== item.version && (
          <p class="notice">
            {t("page.version.old")}{" "}
            <a href={to(view, `/${item.kind}s/${item.slug}`)}>{t("page.version.current")}</a>
          </p>
        )}
        {version.note && (
          <>
            <h2>{t("page.version.note")}</h2>
            <p>
              <bdi>{version.note}</bdi>
            </p>
          </>
        )}
        <SignedText view={view} text={text} />
        {difference && (
          <>
            <h2>{t("page.version.difference", { version: difference.from })}</h2>
            <Difference view={view} parts={difference.parts} locale={text.locale} />
          </>
        )}
      </div>
    </Frame>,
  );
}

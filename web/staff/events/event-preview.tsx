import { direction } from "../../../shared/locales/languages.ts";
import { Sheet } from "../parts/sheet.tsx";
import { countryText, t } from "../texts/texts.ts";
import { nativeNames, writtenIn } from "./event-texts.ts";
import { Markdown } from "./markdown.tsx";
import type { TypedEvent } from "./typed-event.ts";

/** What was typed as the public will read it, in every language that it is written in. Nothing is stored by it. */
export function EventPreview({ typed, close }: { typed: TypedEvent; close: () => void }) {
  const where = [
    typed.placeName &&
      `${typed.placeName}, ${typed.placeCountry && countryText(typed.placeCountry.toUpperCase())}`,
    typed.online && t("event.online"),
  ].filter(Boolean);
  return (
    <Sheet title={t("event.preview")} close={close}>
      {writtenIn(typed.texts).map((locale) => (
        <article key={locale} class="event-preview" lang={locale} dir={direction(locale)}>
          <p class="tag">{nativeNames[locale]}</p>
          <h3>{typed.texts[locale]?.title}</h3>
          <p class="lead">{typed.texts[locale]?.summary}</p>
          <p class="hint" dir="auto">
            {typed.starts.replace("T", " ")} – {typed.ends.replace("T", " ")} ({typed.timeZone}) ·{" "}
            {where.join(" · ")}
          </p>
          <Markdown text={typed.texts[locale]?.description ?? ""} />
          {typed.accessibility && <p>{typed.accessibility}</p>}
        </article>
      ))}
    </Sheet>
  );
}

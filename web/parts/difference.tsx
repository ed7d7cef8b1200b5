import type { DifferencePart } from "../../shared/domain/difference.ts";
import { speak } from "../../shared/locales/speak.ts";
import type { View } from "../view.ts";
import { directionOf } from "./signed-text.tsx";

/** What was added and removed, as text with marks; said in words too, since marks are only seen. */
export function Difference({
  view,
  parts,
  locale,
}: {
  view: View;
  parts: readonly DifferencePart[];
  locale: string;
}) {
  const { t } = speak(view.locale);
  return (
    <div class="signed-text difference" lang={locale} dir={directionOf(locale)}>
      {parts.map(({ change, text }, i) => {
        const key = `${i} ${change}`;
        if (change === "same") return <span key={key}>{text}</span>;
        const Mark = change === "added" ? "ins" : "del";
        return (
          <Mark key={key}>
            <span class="unseen" lang={view.locale}>{` [${t(`page.version.${change}`)}: `}</span>
            {text}
            <span class="unseen">] </span>
          </Mark>
        );
      })}
    </div>
  );
}

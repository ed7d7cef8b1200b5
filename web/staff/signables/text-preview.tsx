import { differenceOf } from "../../../shared/domain/difference.ts";
import { t } from "../texts/texts.ts";
import { directionOf } from "./staff-signable.ts";

interface PreviewProps {
  locale: string;
  text: string;
  /** The text in force in the same language. */
  before?: string | undefined;
}

/** A text as signatories will read it, and what it changes. */
export function TextPreview({ locale, text, before }: PreviewProps) {
  const written = { lang: locale, dir: directionOf(locale) };
  const trimmed = text.replaceAll("\r\n", "\n").trim();
  return (
    <>
      <h3>{t("signable.preview")}</h3>
      <div class="signed-text" {...written}>
        {trimmed}
      </div>
      {before !== undefined && before !== trimmed && (
        <>
          <h3>{t("signable.difference")}</h3>
          <div class="signed-text difference" {...written}>
            {differenceOf(before, trimmed).map(({ change, text: part }, i) => {
              const key = `${i} ${change}`;
              if (change === "added") return <ins key={key}>{part}</ins>;
              return change === "removed" ? <del key={key}>{part}</del> : <span key={key}>{part}</span>;
            })}
          </div>
        </>
      )}
      {before === trimmed && <p class="hint">{t("signable.same")}</p>}
    </>
  );
}

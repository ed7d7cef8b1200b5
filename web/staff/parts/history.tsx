import { momentText, t, wordText } from "../texts/texts.ts";

export interface Act {
  at: string;
  who: string;
  act: string;
  reason?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/** What was done, newest first. */
export function History({ acts, me }: { acts: readonly Act[]; me: string | undefined }) {
  if (acts.length === 0) return <p class="hint">{t("history.none")}</p>;
  return (
    <ol class="history">
      {acts.map((act) => (
        <li key={`${act.at}${act.act}`}>
          <strong>{wordText("act", act.act)}</strong>
          {act.from && act.to && act.from !== act.to && (
            <>
              {" "}
              · {wordText("state", act.from)} → {wordText("state", act.to)}
            </>
          )}
          {act.reason && <> · {wordText("reason", act.reason)}</>}
          <br />
          <span class="hint">
            <time dateTime={act.at}>{momentText(act.at)}</time>{" "}
            {t("history.by", {
              who: act.who === me ? t("people.you") : wordText("audit.who", act.who, act.who.slice(0, 8)),
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}

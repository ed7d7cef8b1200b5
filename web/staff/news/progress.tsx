import { Facts } from "../parts/facts.tsx";
import { momentText, t } from "../texts/texts.ts";
import type { Mailing } from "./mailing.ts";

/** Where a mailing stands: what comes next, how far it has got, and what became of it. */
export function NewsProgress({ mailing }: { mailing: Mailing }) {
  const { state, stoppedBy, sendAt, startedAt, finishedAt, perDay, progress } = mailing;
  const hasBegun = startedAt !== undefined;
  const share = state === "sent" ? 1 : progress.parts === 0 ? 0 : progress.partsDone / progress.parts;
  return (
    <section class="card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t(state === "sent" ? "news.results" : "news.progress")}</h2>
      <p>{t(`news.state.${state}`, { at: sendAt ? momentText(sendAt) : "" })}</p>
      {stoppedBy && state === "paused" && (
        <div class="notice" role="alert">
          <p>{t(`news.stopped.${stoppedBy}`)}</p>
        </div>
      )}
      {hasBegun && (
        <>
          <label for="news-share">
            {t("news.share", { percent: Math.floor(share * 100) })}
            <progress id="news-share" max={1} value={share} />
          </label>
          <Facts
            facts={[
              [t("news.started"), momentText(startedAt)],
              [t("news.finished"), finishedAt && momentText(finishedAt)],
              [t("news.reached"), String(progress.reached)],
              [t("news.sent"), String(progress.sent)],
              [t("news.delivered"), String(progress.delivered)],
              [t("news.bounced"), String(progress.bounced)],
              [t("news.complained"), String(progress.complained)],
            ]}
          />
          <p class="hint">{t("news.reached.note")}</p>
          {perDay !== null && state === "sending" && <p class="hint">{t("news.day-limit", { n: perDay })}</p>}
        </>
      )}
    </section>
  );
}

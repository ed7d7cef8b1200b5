import { t } from "../texts/texts.ts";

/** A field that reads otherwise now than what was typed into it. */
export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

interface StaleProps {
  differences: readonly Difference[];
  /** What was typed is to stand, on the version of now. */
  keep: () => void;
  /** What was typed goes. */
  drop: () => void;
}

/** Somebody else saved while this one typed: both are shown, and nothing is written over before one is chosen. */
export function Stale({ differences, keep, drop }: StaleProps) {
  return (
    <div class="error-summary" role="alert">
      <h3>{t("conflict.title")}</h3>
      <p>{t("stale.text")}</p>
      {differences.length > 0 ? (
        <table class="table rows">
          <caption class="unseen">{t("stale.differences")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("stale.field")}</th>
              <th scope="col">{t("stale.theirs")}</th>
              <th scope="col">{t("stale.mine")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, theirs, mine }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-title={t("stale.theirs")} dir="auto">
                  {theirs || t("none")}
                </td>
                <td data-title={t("stale.mine")} dir="auto">
                  {mine || t("none")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t("stale.same")}</p>
      )}
      <p class="actions">
        <button type="button" onClick={keep}>
          {t("event.stale.mine")}
        </button>
        <button type="button" class="button-quiet" onClick={drop}>
          {t("event.stale.theirs")}
        </button>
      </p>
    </div>
  );
}

import { t } from "../texts/texts.ts";

/** Which decision to take, each with its key. */
export function DecisionChoices<Decision extends "approved" | "question" | "declined" | "reversed">(props: {
  possible: readonly Decision[];
  chosen: Decision | undefined;
  choose: (decision: Decision) => void;
}) {
  return (
    <fieldset class="choices">
      <legend>{t("decide.legend")}</legend>
      {props.possible.map((one) => (
        <div class="tick" key={one}>
          <input
            id={`decide-${one}`}
            type="radio"
            name="decision"
            data-key={keys[one]}
            aria-keyshortcuts={keys[one]}
            required
            checked={props.chosen === one}
            onChange={() => props.choose(one)}
          />
          <label for={`decide-${one}`}>
            {t(`decide.${one}`)} {keys[one] && <kbd>{keys[one]}</kbd>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

const keys: Partial<Record<string, string>> = { approved: "a", question: "q", declined: "d" };

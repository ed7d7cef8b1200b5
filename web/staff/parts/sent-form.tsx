import type { ComponentChildren } from "preact";
import { t } from "../texts/texts.ts";
import type { Sending } from "./sending.ts";

interface SentFormProps {
  /** Its heading; without one it stands in a sheet that has its own. */
  title?: string;
  sending: Pick<Sending, "isBusy" | "problem">;
  submit: () => void;
  /** What the button says. */
  button: string;
  look?: "button-quiet" | "button-grave" | undefined;
  disabled?: boolean;
  /** Further buttons beside the one that sends. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** A form that is sent to the staff API: its fields, then what was wrong with it as a whole, beside the button. */
export function SentForm({
  title,
  sending,
  submit,
  button,
  look,
  disabled,
  beside,
  children,
}: SentFormProps) {
  const { isBusy, problem } = sending;
  return (
    <form
      class={title === undefined ? "form" : "card form"}
      aria-busy={isBusy}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
    >
      {title !== undefined && <h2>{title}</h2>}
      {children}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="actions">
        <button type="submit" class={look} disabled={disabled}>
          {isBusy ? t("sign-in.busy") : button}
        </button>
        {beside}
      </p>
    </form>
  );
}

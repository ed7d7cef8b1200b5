import type { ComponentChildren } from "preact";
import { speak } from "../../shared/locales/speak.ts";
import type { FormView, View } from "../view.ts";
import { reasonText } from "../words.ts";

export interface FieldProps {
  view: View;
  form: FormView | undefined;
  /** The form's name of the field, such as `consent.updates`. */
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
}

/** Ids hold no dots, so that links and styles can name them. */
export function idOf(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

/** What is wrong with a field, in words; undefined where nothing is. */
export function problemAt({
  view,
  form,
  name,
}: Pick<FieldProps, "view" | "form" | "name">): string | undefined {
  const problem = form?.problems.find(({ field }) => field === name);
  return problem && reasonText(speak(view.locale), problem);
}

/** What ties an input to its label, hint and message, and to what was typed before. */
export function inputProps(props: FieldProps) {
  const id = idOf(props.name);
  const wrong = problemAt(props) !== undefined;
  const described = [props.hint && `${id}-hint`, wrong && `${id}-problem`].filter(Boolean).join(" ");
  return {
    id,
    name: props.name,
    "aria-describedby": described || undefined,
    "aria-invalid": wrong ? ("true" as const) : undefined,
  };
}

/** Label, hint, message, then the input: one column, as GOV.UK found best. */
export function Field(props: FieldProps & { children: ComponentChildren }) {
  const id = idOf(props.name);
  return (
    <div class={problemAt(props) ? "field field-wrong" : "field"}>
      <label for={id}>
        {props.label}
        {props.optional && <span class="optional"> ({speak(props.view.locale).t("form.optional")})</span>}
      </label>
      <Notes {...props} />
      {props.children}
    </div>
  );
}

export function Notes(props: FieldProps) {
  const id = idOf(props.name);
  const problem = problemAt(props);
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          <span class="unseen">{speak(props.view.locale).t("form.error.prefix")} </span>
          {problem}
        </p>
      )}
    </>
  );
}

/** One member for each type: JSX does not take a union inside a single one. */
type InputAttributes = { type: "email" } | { type: "text" } | { type: "url" } | { type: "search" };

interface Typing {
  autoComplete?: "email" | "name" | "organization" | "organization-title" | "url";
  inputMode?: "email" | "url";
  required?: boolean;
  dir: "ltr" | "auto";
  spellcheck: boolean;
}

/** What a field for an address is typed as. */
export const emailInput = {
  type: "email",
  autoComplete: "email",
  inputMode: "email",
  dir: "ltr",
  spellcheck: false,
} as const;

/** One line of text. */
export function TextField({ input, ...props }: FieldProps & { input: InputAttributes & Typing }) {
  return (
    <Field {...props}>
      <input {...inputProps(props)} {...input} value={props.form?.values[props.name]} />
    </Field>
  );
}

/** A box to tick; its hint stands below, since the label is beside it. */
export function TickField(props: FieldProps) {
  const id = idOf(props.name);
  return (
    <div class={problemAt(props) ? "field tick field-wrong" : "field tick"}>
      <input
        {...inputProps(props)}
        type="checkbox"
        value="true"
        checked={ticked(props.form?.values[props.name])}
      />
      <label for={id}>{props.label}</label>
      <Notes {...props} />
    </div>
  );
}

function ticked(value: string | undefined): boolean {
  return value !== undefined && ["on", "true", "yes", "1"].includes(value);
}

import type { ComponentChildren } from "preact";
import { t } from "../texts/texts.ts";

export interface FieldProps {
  /** Of the input; unique on its page. */
  name: string;
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
}

export const idOf = (name: string): string => `field-${name}`;

function described({ name, hint, problem }: FieldProps): string | undefined {
  const ids = [hint && `${idOf(name)}-hint`, problem && `${idOf(name)}-problem`];
  return ids.filter(Boolean).join(" ") || undefined;
}

/** What ties an input to its label, hint and message. */
export function tied(props: FieldProps) {
  return {
    id: idOf(props.name),
    name: props.name,
    "aria-describedby": described(props),
    "aria-invalid": props.problem ? ("true" as const) : undefined,
  };
}

/** Label, hint, message, then the input. */
export function Field(props: FieldProps & { children: ComponentChildren }) {
  const id = idOf(props.name);
  return (
    <div class={props.problem ? "field field-wrong" : "field"}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.problem && (
        <p class="problem" id={`${id}-problem`}>
          {props.problem}
        </p>
      )}
      {props.children}
    </div>
  );
}

type Change = { value: string; change: (value: string) => void };

/** One member for each type: JSX does not take a union inside a single one. */
type Typing = (
  | { type: "email" }
  | { type: "text" }
  | { type: "password" }
  | { type: "search" }
  | { type: "number" }
  | { type: "datetime-local" }
  | { type: "url" }
  | { type: "date" }
) & {
  autoComplete?: "off" | "username" | "current-password" | "new-password" | "one-time-code";
  inputMode?: "numeric";
  required?: boolean;
  spellcheck?: boolean;
  /** What people write may run in the other direction. */
  dir?: "auto" | "ltr" | "rtl";
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  min?: number;
  lang?: string;
  /** What a key of the console presses. */
  "data-key"?: string;
};

export function TextField({ input, value, change, ...props }: FieldProps & Change & { input: Typing }) {
  return (
    <Field {...props}>
      <input
        {...tied(props)}
        {...input}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}

export function LongTextField({
  value,
  change,
  rows = 5,
  required = false,
  lang,
  ...props
}: FieldProps & Change & { rows?: number; required?: boolean; lang?: string }) {
  return (
    <Field {...props}>
      <textarea
        {...tied(props)}
        rows={rows}
        required={required}
        lang={lang}
        dir="auto"
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Field>
  );
}

export interface Choice {
  value: string;
  text: string;
}

/** A list to choose from; without `any`, something must be chosen. */
export function ChoiceField({
  value,
  change,
  choices,
  any,
  required = false,
  ...props
}: FieldProps & Change & { choices: readonly Choice[]; any?: string | undefined; required?: boolean }) {
  return (
    <Field {...props}>
      <select
        {...tied(props)}
        required={required}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {any !== undefined && <option value="">{any || t("list.any")}</option>}
        {choices.map(({ value: one, text }) => (
          <option value={one} key={one}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

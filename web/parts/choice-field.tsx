import { Field, type FieldProps, inputProps } from "./field.tsx";

/** One of a few choices; the first says that none is chosen. */
export function ChoiceField({
  choices,
  none,
  ...props
}: FieldProps & { choices: readonly { value: string; label: string }[]; none: string }) {
  const chosen = props.form?.values[props.name];
  return (
    <Field {...props}>
      <select {...inputProps(props)}>
        <option value="">{none}</option>
        {choices.map(({ value, label }) => (
          <option value={value} selected={value === chosen} key={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Several lines of text. */
export function LinesField({ rows = 5, ...props }: FieldProps & { rows?: number }) {
  return (
    <Field {...props}>
      <textarea {...inputProps(props)} rows={rows}>
        {props.form?.values[props.name]}
      </textarea>
    </Field>
  );
}

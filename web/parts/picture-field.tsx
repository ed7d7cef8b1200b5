import { speak } from "../../shared/locales/speak.ts";
import { Field, type FieldProps, inputProps } from "./field.tsx";

/** A picture from one's own machine. A browser gives no file back to a form, so one that was chosen is to be chosen again. */
export function PictureField(props: FieldProps) {
  const { view, form, name } = props;
  return (
    <Field {...props}>
      {form?.values[name] && <p class="hint">{speak(view.locale).t("form.logo.again")}</p>}
      <input {...inputProps(props)} type="file" accept="image/png,image/svg+xml,.png,.svg" />
    </Field>
  );
}

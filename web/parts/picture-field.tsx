import { speak } from "../../shared/locales/speak.ts";
import { Field, type FieldProps, inputProps } from "./field.tsx";

const [drawings, photos] = ["image/png,image/svg+xml,.png,.svg", "image/jpeg,.jpg,.jpeg"];

/** A picture from one's own machine. A browser gives no file back to a form, so one that was chosen is to be chosen again. */
export function PictureField({ photo = false, ...props }: FieldProps & { photo?: boolean }) {
  const { view, form, name } = props;
  const accept = photo ? `${photos},${drawings}` : drawings;
  return (
    <Field {...props}>
      {form?.values[name] && <p class="hint">{speak(view.locale).t("form.logo.again")}</p>}
      <input {...inputProps(props)} type="file" accept={accept} />
    </Field>
  );
}

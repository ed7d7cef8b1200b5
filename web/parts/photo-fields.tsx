import { speak } from "../../shared/locales/speak.ts";
import type { FormView, View } from "../view.ts";
import { TextField } from "./field.tsx";
import { PictureField } from "./picture-field.tsx";

export const photoFields = ["picture", "pictureAlt"];

/** A photo, and what it shows in words. */
export function PhotoFields({
  optional = false,
  ...asked
}: {
  view: View;
  form: FormView | undefined;
  optional?: boolean;
}) {
  const { t } = speak(asked.view.locale);
  return (
    <>
      <PictureField
        {...asked}
        name="picture"
        label={t("form.picture.label")}
        hint={t("form.picture.hint")}
        optional={optional}
        photo
      />
      <TextField
        {...asked}
        name="pictureAlt"
        label={t("form.picture-alt.label")}
        hint={t("form.picture-alt.hint")}
        optional={optional}
        input={{ type: "text", dir: "auto", spellcheck: true }}
      />
    </>
  );
}

import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { OrganizePageProps } from "../pages/organize.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Photo } from "./photo.tsx";
import { PhotoFields, photoFields } from "./photo-fields.tsx";

/** The picture of whoever proposed an event: taken away at once, and replaced where nobody need look at it before. */
export function OwnPicture({ view, token, picture, mayReplace, pictureForm, status }: OrganizePageProps) {
  const { t } = speak(view.locale);
  if (status === "cancelled" || (!picture && !mayReplace)) return null;
  const action = to(view, `/organize/${token}/picture`);
  return (
    <section class="own-picture" aria-labelledby="picture">
      <h2 id="picture">{t("page.organize.picture")}</h2>
      {picture && (
        <form class="form" method="post" action={action}>
          <Photo picture={picture} />
          <input type="hidden" name="remove" value="yes" />
          <p>
            <button class="button-quiet" type="submit">
              {t("page.organize.picture.remove")}
            </button>
          </p>
        </form>
      )}
      {mayReplace && (
        <form
          class="form"
          method="post"
          encType="multipart/form-data"
          action={`${action}#problems`}
          noValidate
        >
          {pictureForm && <ErrorSummary view={view} form={pictureForm} shown={photoFields} />}
          <PhotoFields view={view} form={pictureForm} />
          <p>
            <button type="submit">{t("page.organize.picture.send")}</button>
          </p>
        </form>
      )}
    </section>
  );
}

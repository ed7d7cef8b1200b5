import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import type { SignableView, TextView } from "../signing-view.ts";
import type { FormPlace, FormView, View } from "../view.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { seenMark } from "./seen-mark.ts";
import { SendForm } from "./send-form.tsx";
import { CommentField, PersonFields, StatementFields, UpdatesField } from "./sign-fields.tsx";

interface Props {
  view: View;
  item: SignableView;
  /** The text that stands on the page: the form says that it was this one. */
  text: TextView;
  form?: FormView | undefined;
  referral?: string | undefined;
  place?: FormPlace | undefined;
}

const shown = {
  pledge: ["email", "name", "country", "display", "comment", "consent.updates"],
  statement: [
    ...["email", "name", "country", "display", "title"],
    ...["organization", "kind", "website", "consent.updates"],
  ],
};

/** Signs what stands on the page: posts to the page itself, which answers with a redirect or with what is wrong. */
export function SignForm({ view, item, text, form, referral, place }: Props) {
  const { t } = speak(view.locale);
  const asked = { view, form };
  const code = form?.values.referral ?? referral;
  return (
    <>
      {form && <ErrorSummary view={view} form={form} shown={shown[item.kind]} />}
      <form
        class="form"
        method="post"
        action={`${to(view, place?.action ?? `/${item.kind}s/${item.slug}`)}#problems`}
        noValidate
        {...seenMark(view, `${item.kind}.${item.slug}`)}
      >
        <PersonFields {...asked} />
        {item.kind === "pledge" ? <CommentField {...asked} /> : <StatementFields {...asked} />}
        <UpdatesField {...asked} />
        <input type="hidden" name="locale" value={view.locale} />
        <input type="hidden" name="source" value={form?.values.source || place?.source || "website"} />
        <input type="hidden" name="version" value={text.version} />
        <input type="hidden" name="textLocale" value={text.locale} />
        {code && <input type="hidden" name="referral" value={code} />}
        <SendForm view={view} text={t(`form.sign.${item.kind}`)} framed={place !== undefined} />
      </form>
    </>
  );
}

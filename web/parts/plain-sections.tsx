import { speak, type TextKey } from "../../shared/locales/speak.ts";
import type { View } from "../view.ts";

/** Keys whose text stands beside a `….text` of the same name. */
export type SectionKey = { [K in TextKey]: `${K}.text` extends TextKey ? K : never }[TextKey];

/** Headings with one paragraph each: pages that are only read. */
export function PlainSections({ view, keys }: { view: View; keys: readonly SectionKey[] }) {
  const { t } = speak(view.locale);
  return (
    <>
      {keys.map((key) => (
        <section key={key}>
          <h2>{t(key)}</h2>
          <p>{t(`${key}.text`)}</p>
        </section>
      ))}
    </>
  );
}

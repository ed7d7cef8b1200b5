import type { LetterPart } from "../../shared/domain/letter-parts.ts";
import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { SignatoryList } from "../parts/signatory-list.tsx";
import { SignedText } from "../parts/signed-text.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import { Moment } from "../parts/when.tsx";
import type {
  SignableView,
  SignatoryOrder,
  SignatoryTotals,
  SignatoryView,
  TextView,
} from "../signing-view.ts";
import type { View } from "../view.ts";
import { between } from "../words.ts";

export interface PrintPageProps {
  view: View;
  item: SignableView;
  text: TextView;
  figures: { promised: number };
  /** Undefined where nobody is named. */
  signatories:
    | { items: readonly SignatoryView[]; totals: SignatoryTotals; order: SignatoryOrder; at: LetterPart }
    | undefined;
  /** ISO moment. */
  asOf: string;
}

/**
 * The print-ready view: a letter with those who signed it, and nothing of the site around it. A letter of very many
 * signatories has several parts, each with its own address; the text is on the first.
 */
export function printPage(props: PrintPageProps): string {
  const { view, item, text, signatories, figures, asOf } = props;
  const { t, dir, locale, moment } = speak(view.locale);
  const isFirst = (signatories?.at.part ?? 1) === 1;
  return document(
    <html lang={locale} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{item.title}</title>
        <meta name="robots" content="noindex" />
        <SigningSheet />
      </head>
      <body>
        <main class="sheet-print">
          <p>{t("coalition.name")}</p>
          <h1>{item.title}</h1>
          {item.status === "cancelled" && <p>{t("page.signable.cancelled.text")}</p>}
          {isFirst && <SignedText view={view} text={text} />}
          <p class="digest">{`SHA-256 ${text.sha256}`}</p>
          <h2>{t("page.print.signed")}</h2>
          <p>
            {t("page.statement.signatures", { n: figures.promised })} ·{" "}
            {item.frozen ? (
              t("page.frozen", { at: moment(item.frozen.at, "UTC"), n: item.frozen.signatures })
            ) : (
              <>
                {t("page.print.as-of", { at: "" })}
                <Moment view={view} at={asOf} timeZone="UTC" />
              </>
            )}
          </p>
          {item.frozen && <p class="digest">{item.frozen.sha256}</p>}
          {signatories && (
            <>
              <Parts {...props} order={signatories.order} at={signatories.at} />
              <SignatoryList view={view} items={signatories.items} totals={signatories.totals} />
            </>
          )}
          <p class="digest">{`${view.origin}${to(view, `/${item.kind}s/${item.slug}`)}`}</p>
        </main>
      </body>
    </html>,
  );
}

function Parts({ view, item, order, at }: PrintPageProps & { order: SignatoryOrder; at: LetterPart }) {
  const { t, number } = speak(view.locale);
  if (at.parts < 2) return null;
  const path = to(view, `/${item.kind}s/${item.slug}/print`);
  const said = Object.fromEntries(Object.entries(at).map(([name, n]) => [name, number(n)]));
  return (
    <>
      <p>{t("page.print.part", said)}</p>
      <p class="no-print">
        {Array.from({ length: at.parts }, (_, i) => i + 1).map((part) => (
          <span key={part}>
            {part > 1 && between}
            <a
              href={`${path}?${new URLSearchParams({ sort: order, part: String(part) })}`}
              aria-current={part === at.part ? "true" : undefined}
            >
              {number(part)}
            </a>
          </span>
        ))}
      </p>
    </>
  );
}

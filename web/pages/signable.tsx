import { speak } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { document } from "../parts/document.ts";
import { Frame } from "../parts/frame.tsx";
import { Hero } from "../parts/hero.tsx";
import { SignForm } from "../parts/sign-form.tsx";
import { SignatoryList } from "../parts/signatory-list.tsx";
import { SignedText } from "../parts/signed-text.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import { Day } from "../parts/when.tsx";
import {
  type CommentView,
  type SignableView,
  type SignatoryOrder,
  type SignatoryTotals,
  type SignatoryView,
  signatoryOrders,
  type TextView,
  type VersionView,
} from "../signing-view.ts";
import type { FormView, View } from "../view.ts";
import { between, colon } from "../words.ts";

export interface SignablePageProps {
  view: View;
  item: SignableView;
  text: TextView;
  versions: readonly VersionView[];
  figures: { promised: number; kept: number };
  comments?: readonly CommentView[] | undefined;
  signatories?:
    | { items: readonly SignatoryView[]; totals: SignatoryTotals; order: SignatoryOrder; more: boolean }
    | undefined;
  form?: FormView | undefined;
  referral?: string | undefined;
}

/** A pledge or a statement: the text, how many stand behind it, and the form that signs that very text. */
export function signablePage(props: SignablePageProps): string {
  const { view, item, form } = props;
  const { t } = speak(view.locale);
  const wrong = form !== undefined && (form.problems.length > 0 || form.word !== undefined);
  return document(
    <Frame
      view={view}
      title={wrong ? `${t("form.error.prefix")} ${item.title}` : item.title}
      description={item.summary}
      scope={`${item.kind}.${item.slug}`}
      islands={["focus.js", "seen.js", "sending.js"]}
      head={<SigningSheet />}
      hero={
        <Hero title={item.title} lead={item.summary} lang={item.lang}>
          <Figures {...props} />
        </Hero>
      }
    >
      <section aria-labelledby="text">
        <h2 id="text">{t("page.signable.text")}</h2>
        <SignedText view={view} text={props.text} />
        <Languages {...props} />
        <Versions {...props} />
      </section>
      <div class="beside">
        <section class={item.status === "open" ? "paper" : undefined} aria-labelledby="sign">
          <Sign {...props} />
        </section>
        <Comments {...props} />
      </div>
      <Signatories {...props} />
    </Frame>,
  );
}

function Figures({ view, item, figures }: SignablePageProps) {
  const { t } = speak(view.locale);
  return (
    <ul class="figures">
      <li data-figure="promised">
        {item.kind === "pledge"
          ? t("page.pledge.promised", { n: figures.promised })
          : t("page.statement.signatures", { n: figures.promised })}
      </li>
      {item.kind === "pledge" && figures.promised > 0 && (
        <li data-figure="kept">{t("page.pledge.kept", { n: figures.kept })}</li>
      )}
    </ul>
  );
}

/** Where this version is written in further languages, each at its own address. */
function Languages({ view, item, text }: SignablePageProps) {
  const { t, language } = speak(view.locale);
  const others = item.texts.filter(({ locale }) => locale !== text.locale);
  if (others.length === 0) return null;
  return (
    <p>
      {t("page.signable.languages")}
      {colon(view)}
      {others.map(({ locale }, i) => (
        <span key={locale}>
          {i > 0 && between}
          <a href={`${to(view, `/${item.kind}s/${item.slug}`)}?text=${locale}#text`} hreflang={locale}>
            {language(locale)}
          </a>
        </span>
      ))}
    </p>
  );
}

function Versions({ view, item, versions, text }: SignablePageProps) {
  const { t, language } = speak(view.locale);
  if (versions.length < 2) return null;
  return (
    <details>
      <summary>{t("page.signable.versions")}</summary>
      <ul>
        {[...versions].reverse().map(({ version, publishedAt, note }) => (
          <li key={version}>
            <a href={to(view, `/${item.kind}s/${item.slug}/texts/${version}/${text.locale}`)}>
              {t("page.signable.version", { version, language: language(text.locale) })}
            </a>
            {between}
            <Day view={view} at={publishedAt} />
            {note && (
              <>
                {between}
                <bdi>{note}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sign({ view, item, text, form, referral }: SignablePageProps) {
  const speech = speak(view.locale);
  const { t } = speech;
  if (item.status !== "open") {
    return (
      <div class="notice">
        <h2 id="sign">{t(`page.signable.status.${item.status}`)}</h2>
        <p>{t(`page.signable.${item.status}.text`)}</p>
      </div>
    );
  }
  return (
    <>
      <h2 id="sign">{t(`page.${item.kind}.sign`)}</h2>
      <p>
        {item.kind === "pledge"
          ? t("page.pledge.sign.lead", { days: item.askAfterDays ?? 0 })
          : t("page.statement.sign.lead")}
      </p>
      {item.closesAt && <p>{t("page.signable.closes", { at: speech.moment(item.closesAt, "UTC") })}</p>}
      <SignForm view={view} item={item} text={text} form={form} referral={referral} />
    </>
  );
}

/** Comments are text and nothing else: an address in one is not a link. */
function Comments({ view, comments = [] }: SignablePageProps) {
  const { t } = speak(view.locale);
  if (comments.length === 0) return null;
  return (
    <div class="asides">
      <section aria-labelledby="comments">
        <h2 id="comments">{t("page.pledge.comments")}</h2>
        <ul class="comments">
          {comments.map(({ name, text, at }) => (
            <li key={at + text}>
              <p dir="auto">{text}</p>
              <p class="hint">
                <bdi>{name ?? t("page.pledge.anonymous")}</bdi>
                {between}
                <Day view={view} at={at} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Signatories({ view, item, signatories }: SignablePageProps) {
  const { t, moment } = speak(view.locale);
  if (!signatories) return null;
  const path = to(view, `/${item.kind}s/${item.slug}`);
  const list = `/api/${item.kind}s/${item.slug}/signatories`;
  return (
    <section aria-labelledby="signatories">
      <h2 id="signatories">{t("page.signatories.title")}</h2>
      {item.kind === "statement" && item.status === "closed" && !item.frozen && (
        <p>{t("page.frozen.follows")}</p>
      )}
      {item.frozen && (
        <p>
          {t("page.frozen", { at: moment(item.frozen.at, "UTC"), n: item.frozen.signatures })}{" "}
          <code class="digest">{item.frozen.sha256}</code>
          <br />
          <a href={`/api/statements/${item.slug}/frozen`}>{t("page.frozen.record")}</a>
        </p>
      )}
      <p class="orders">
        {t("page.signatories.sort")}
        {colon(view)}
        {signatoryOrders.map((order, i) => (
          <span key={order}>
            {i > 0 && between}
            <a
              href={`${path}?sort=${order}#signatories`}
              aria-current={order === signatories.order ? "true" : undefined}
            >
              {t(`page.signatories.sort.${order}`)}
            </a>
          </span>
        ))}
      </p>
      <SignatoryList view={view} items={signatories.items} totals={signatories.totals} />
      {signatories.more && <p>{t("page.signatories.more")}</p>}
      <p class="hint">{t("page.signatories.unshown")}</p>
      <p>
        <a href={`${path}/print`}>{t("page.signatories.print")}</a>
        {between}
        <a href={`${list}?format=csv`}>{t("page.signatories.csv")}</a>
        {between}
        <a href={list}>{t("page.signatories.json")}</a>
      </p>
    </section>
  );
}

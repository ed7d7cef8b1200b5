import type { DifferencePart } from "../../shared/domain/difference.ts";
import { speak, type TextKey } from "../../shared/locales/speak.ts";
import { to } from "../link.ts";
import { Difference } from "../parts/difference.tsx";
import { document } from "../parts/document.ts";
import { EntryProof, type ProofView } from "../parts/entry-proof.tsx";
import { EraseOffer } from "../parts/erase-offer.tsx";
import { Frame } from "../parts/frame.tsx";
import { Share } from "../parts/share.tsx";
import { ShownAs } from "../parts/shown-as.tsx";
import { SignedText } from "../parts/signed-text.tsx";
import { SigningSheet } from "../parts/signing-sheet.tsx";
import type { SignatureView, TextLink } from "../signing-view.ts";
import type { View } from "../view.ts";
import { colon } from "../words.ts";

type Verb = "keep" | "not-yet" | "cannot" | "renew" | "prove" | "withdraw";

export interface SignaturePageProps {
  view: View;
  token: string;
  signature: SignatureView;
  text: TextLink;
  verbs: readonly Verb[];
  /** Set where a newer text is in force than the one that was signed. */
  newer?: { version: number; note?: string | undefined; parts: readonly DifferencePart[] } | undefined;
  /** Set where somebody signed for an organization whose domain is its own. */
  proof?: ProofView | undefined;
  /** `?ask=withdraw`: the page asks whether it is really meant. */
  asking: boolean;
}

/** A signature as its owner sees it: whether it was kept, whether it still holds, and the way out. */
export function signaturePage(props: SignaturePageProps): string {
  const { view, verbs, asking } = props;
  const { t } = speak(view.locale);
  const asks = asking && verbs.includes("withdraw");
  const title = t(asks ? "page.withdraw.title" : "page.signature.title");
  return document(
    <Frame view={view} title={title} personal islands={["share.js"]} head={<SigningSheet />}>
      <div class="single">
        <h1>{title}</h1>
        {asks ? <AskWithdraw {...props} /> : <Standing {...props} />}
      </div>
    </Frame>,
  );
}

function Standing(props: SignaturePageProps) {
  const { view, signature, text, verbs } = props;
  const { t } = speak(view.locale);
  return (
    <>
      <p class="lead">{t("page.signature.lead", { title: signature.title })}</p>
      {signature.isCancelled && (
        <p class="notice" role="status">
          {t("page.signable.cancelled.text")}
        </p>
      )}
      <Held {...props} />
      <Kept {...props} />
      <Renew {...props} />
      <SignedText view={view} text={{ ...text, text: signature.text }} />
      <Facts view={view} signature={signature} />
      <ShownAs view={view} signature={signature} />
      {["confirmed", "kept"].includes(signature.state) && <Share view={view} signature={signature} />}
      {verbs.includes("withdraw") && (
        <p>
          <a class="button-quiet" href={`${to(view, `/manage/${props.token}`)}?ask=withdraw`}>
            {t("page.withdraw.action")}
          </a>
        </p>
      )}
      {signature.state === "withdrawn" && (
        <p>
          <a class="button" href={to(view, `/${signature.kind}s/${signature.slug}`)}>
            {t("page.signing.again")}
          </a>
        </p>
      )}
      <EraseOffer view={view} token={props.token} />
    </>
  );
}

/** What an organization that is no member waits for, how to make it quicker, and what it could be. */
function Held({ view, token, signature, verbs, proof }: SignaturePageProps) {
  const { t } = speak(view.locale);
  if (signature.state !== "held") return null;
  return (
    <>
      <p class="notice" role="status">
        {t("page.signing.held.lead", { title: signature.title })}
      </p>
      {proof && !verbs.includes("prove") && <p>{t("page.member-manage.proof.strong")}</p>}
      {proof && verbs.includes("prove") && <EntryProof view={view} token={token} proof={proof} />}
      <p>
        <a href={to(view, "/join")}>{t("page.signing.held.join")}</a>
      </p>
    </>
  );
}

/** The question that the mail leads to: one press each. */
function Kept({ view, token, verbs }: SignaturePageProps) {
  const { t } = speak(view.locale);
  const answers = (["keep", "not-yet", "cannot"] as const).filter((verb) => verbs.includes(verb));
  if (answers.length === 0) return null;
  return (
    <section class="question" aria-labelledby="kept">
      <h2 id="kept">{t("page.kept.title")}</h2>
      <p>{t("page.kept.lead")}</p>
      <form class="actions" method="post" action={to(view, `/manage/${token}`)}>
        {answers.map((verb) => (
          <button type="submit" name="verb" value={verb} key={verb}>
            {t(`page.kept.${verb}`)}
          </button>
        ))}
      </form>
    </section>
  );
}

function Renew({ view, token, verbs, newer, signature }: SignaturePageProps) {
  const { t } = speak(view.locale);
  if (!newer || !verbs.includes("renew")) return null;
  return (
    <section class="question" aria-labelledby="renew">
      <h2 id="renew">{t("page.renew.title")}</h2>
      <p>{t("page.renew.lead", { version: signature.version })}</p>
      {newer.note && (
        <p>
          {t("page.version.note")}
          {colon(view)}
          <bdi>{newer.note}</bdi>
        </p>
      )}
      <Difference view={view} parts={newer.parts} locale={signature.textLocale} />
      <form method="post" action={to(view, `/manage/${token}`)}>
        <input type="hidden" name="verb" value="renew" />
        <input type="hidden" name="version" value={newer.version} />
        <button type="submit">{t("page.renew.action", { version: newer.version })}</button>
      </form>
    </section>
  );
}

function Facts({ view, signature }: { view: View; signature: SignatureView }) {
  const { t, day } = speak(view.locale);
  const { state, confirmedAt, said, referred } = signature;
  const rows: [TextKey, string | undefined][] = [
    ["page.signature.state", stateText(view, state)],
    ["page.signature.since", confirmedAt && day(confirmedAt)],
    ["page.signature.said", said && t(`page.signature.said.${said}`)],
    [
      "page.signature.referred",
      referred === undefined ? undefined : t("page.signature.referred.n", { n: referred }),
    ],
  ];
  return (
    <dl class="sheet">
      {rows.map(([key, value]) =>
        value === undefined ? null : (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

const states = ["confirmed", "kept", "pending", "held", "withdrawn", "expired"] as const;

function stateText(view: View, state: SignatureView["state"]): string {
  const known = states.find((one) => one === state) ?? "confirmed";
  return speak(view.locale).t(`page.signature.state.${known}`);
}

function AskWithdraw({ view, token, signature }: SignaturePageProps) {
  const { t } = speak(view.locale);
  return (
    <>
      <p class="lead">{t("page.withdraw.text", { title: signature.title })}</p>
      <form class="actions" method="post" action={to(view, `/manage/${token}/withdraw`)}>
        <button class="button-grave" type="submit">
          {t("page.withdraw.yes")}
        </button>
        <a href={to(view, `/manage/${token}`)}>{t("page.withdraw.back")}</a>
      </form>
    </>
  );
}

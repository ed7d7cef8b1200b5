import { differenceOf } from "../../shared/domain/difference.ts";
import { participationStates } from "../../shared/domain/participation-states.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { memberSignPage } from "../../web/pages/member-sign.tsx";
import { signConfirmPage } from "../../web/pages/sign-confirm.tsx";
import { printPage, type SignablePageProps, signablePage } from "../../web/pages/signable.tsx";
import { signableTextPage } from "../../web/pages/signable-text.tsx";
import { signablesPage } from "../../web/pages/signables.tsx";
import { type SignaturePageProps, signaturePage } from "../../web/pages/signature.tsx";
import type {
  CommentView,
  SignableView,
  SignatoryView,
  SignatureView,
  TextView,
  VersionView,
} from "../../web/signing-view.ts";
import type { FormView, View } from "../../web/view.ts";

/** The pages of pledges and statements in every state, for tests and pictures. */

const origin = "https://campaign.example";
const digest = "3f2a".repeat(16);

const words = {
  en: "I will make the switch.\n\nWithin the next month I will move at least one of my conversations – with my family, my friends or my team – to a messenger that is end-to-end encrypted.",
  ar: "سأنتقل إلى التشفير.\n\nخلال الشهر المقبل سأنقل محادثة واحدة على الأقل من محادثاتي – مع أسرتي أو أصدقائي أو فريقي – إلى تطبيق مراسلة مشفّر من طرف إلى طرف.",
};

function textOf(kind: "pledge" | "statement", locale: Locale, version = 2): TextView {
  const language = locale === "ar" ? "ar" : "en";
  const slug = kind === "pledge" ? "make-the-switch" : "2027";
  const url = `${origin}/api/${kind}s/${slug}/texts/${version}/${language}`;
  return { version, locale: language, sha256: digest, url, text: words[language] };
}

function itemOf(kind: "pledge" | "statement", locale: Locale): SignableView {
  const texts = (["en", "ar"] as const).map((language) => textOf(kind, language));
  const common = { kind, status: "open", version: 2, texts, closesAt: "2027-12-01T00:00:00.000Z" } as const;
  const arabic = locale === "ar";
  return kind === "pledge"
    ? {
        ...common,
        slug: "make-the-switch",
        title: arabic ? "انتقِل إلى التشفير" : "Make the switch",
        summary: arabic
          ? "تعهَّد بنقل محادثاتك إلى تطبيق مراسلة مشفّر من طرف إلى طرف، واصطحب غيرك معك."
          : "Promise to move your conversations to an end-to-end encrypted messenger, and bring others along.",
        askAfterDays: 30,
      }
    : {
        ...common,
        slug: "2027",
        title: arabic ? "بيان اليوم العالمي للتشفير 2027" : "Global Encryption Day 2027 statement",
        summary: arabic
          ? "تدعو منظمات وخبراء الحكوماتِ والشركات إلى حماية التشفير القوي."
          : "Organizations and experts call on governments and companies to protect strong encryption.",
      };
}

function versionsOf(kind: "pledge" | "statement"): VersionView[] {
  return [1, 2].map((version) => ({
    version,
    publishedAt: `2027-0${version}-01T10:00:00.000Z`,
    ...(version === 2 && { note: "“Three months” became “a month”." }),
    texts: (["en", "ar"] as const).map((language) => textOf(kind, language, version)),
  }));
}

const comments: CommentView[] = [
  {
    name: "A. D.",
    text: "For my mother.\nShe is a doctor: https://x.example",
    at: "2027-05-01T10:00:00.000Z",
  },
  { text: "من أجل من يكشفون الحقيقة.", at: "2027-05-02T10:00:00.000Z" },
];

const signatories: SignatoryView[] = [
  {
    ...{ kind: "organization", name: "Association for the Rights of Everybody", country: "KE" },
    ...{
      organizationKind: "civil-society",
      website: "https://rights.example",
      at: "2027-05-01T10:00:00.000Z",
    },
  },
  {
    ...{
      kind: "organization",
      name: "جمعية الحقوق الرقمية",
      country: "TN",
      organizationKind: "civil-society",
    },
    at: "2027-05-03T10:00:00.000Z",
  },
  {
    ...{ kind: "person", name: "Amina Diallo", title: "Professor of cryptography, University of Dakar" },
    at: "2027-05-02T10:00:00.000Z",
  },
  { kind: "person", name: "Z. L.", at: "2027-05-04T10:00:00.000Z" },
];

const refused: FormView = {
  values: { email: "ada@", name: "", display: "name", comment: "x".repeat(20), referral: "abc" },
  problems: [
    { field: "email", reason: "not-an-email-address" },
    { field: "name", reason: "name-to-show-required" },
    { field: "comment", reason: "too-long", limit: 500 },
  ],
};

const frozen = { at: "2027-10-22T00:00:00.000Z", sha256: digest, signatures: 1204 };

function signableProps(kind: "pledge" | "statement", locale: Locale): SignablePageProps {
  const item = itemOf(kind, locale);
  return {
    view: { locale, path: `/${kind}s/${item.slug}`, origin },
    item,
    text: textOf(kind, locale),
    versions: versionsOf(kind),
    figures: { promised: 18_204, kept: 6_017 },
    ...(kind === "pledge" && { comments }),
    signatories: { items: signatories, order: "name", more: false },
  };
}

/** The letter that is printed; it stands apart from the site. */
export function printSample(locale: Locale, isFrozen = false): string {
  const props = signableProps("statement", locale);
  const item: SignableView = isFrozen ? { ...props.item, status: "closed", frozen } : props.item;
  return printPage({ ...props, item, asOf: "2027-10-21T12:00:00.000Z" });
}

/** Name to HTML, of one language. */
export function signingSamples(locale: Locale): Record<string, string> {
  const [pledge, statement] = [signableProps("pledge", locale), signableProps("statement", locale)];
  const at = (path: string): View => ({ locale, path, origin });
  const closed = { ...statement.item, status: "closed", closesAt: frozen.at } as const;
  const [before, after] = [words.en.replace("a month", "three months"), words.en];
  const difference = { from: 1, parts: differenceOf(before.replace("next", "coming"), after) };
  const list = (kind: "pledge" | "statement") => [
    { ...itemOf(kind, locale) },
    { ...closed, slug: "old", kind },
  ];
  return {
    pledges: signablesPage({ view: at("/pledges"), kind: "pledge", items: list("pledge") }),
    "pledges-none": signablesPage({ view: at("/pledges"), kind: "pledge", items: [] }),
    statements: signablesPage({ view: at("/statements"), kind: "statement", items: list("statement") }),
    pledge: signablePage(pledge),
    "pledge-first": signablePage({
      ...pledge,
      versions: versionsOf("pledge").slice(0, 1),
      figures: { promised: 0, kept: 0 },
      comments: [],
      signatories: { items: [], order: "name", more: false },
    }),
    "pledge-refused": signablePage({ ...pledge, form: refused }),
    "pledge-text-changed": signablePage({
      ...pledge,
      form: { values: { email: "ada@example.org" }, problems: [], word: "text-changed" },
    }),
    "pledge-closed": signablePage({ ...pledge, item: { ...pledge.item, status: "closed" } }),
    statement: signablePage(statement),
    "statement-refused": signablePage({
      ...statement,
      form: { values: { organization: "X" }, problems: [{ field: "website", reason: "required" }] },
    }),
    "statement-frozen": signablePage({ ...statement, item: { ...closed, frozen } }),
    "text-version": signableTextPage({
      view: at("/pledges/make-the-switch/texts/2/en"),
      item: pledge.item,
      version: { version: 2, publishedAt: frozen.at, note: "“Three months” became “a month”.", texts: [] },
      text: textOf("pledge", "en"),
      difference,
    }),
    "text-version-old": signableTextPage({
      view: at("/pledges/make-the-switch/texts/1/ar"),
      item: pledge.item,
      version: { version: 1, publishedAt: frozen.at, texts: [] },
      text: textOf("pledge", "ar", 1),
    }),
    ...signaturePages(locale, difference.parts),
    "member-sign": memberSignPage({
      view: at("/manage/t0ken"),
      token: "t0ken",
      statement: { slug: "2027", title: statement.item.title, text: statement.text },
    }),
  };
}

function signaturePages(locale: Locale, parts: ReturnType<typeof differenceOf>): Record<string, string> {
  const { title, slug } = itemOf("pledge", locale);
  const text = textOf("pledge", locale, 1);
  const signature: SignatureView = {
    ...{ kind: "pledge", slug, title, state: "confirmed", version: 1, text: text.text },
    ...{ textLocale: text.locale, sha256: digest, shown: "Ada L.", comment: comments[0]?.text },
    ...{
      confirmedAt: "2027-05-01T10:05:00.000Z",
      referred: 3,
      shareUrl: `${origin}/pledges/${slug}?ref=abc`,
    },
  };
  const confirm = { view: { locale, path: "/confirm/t0ken", origin }, token: "t0ken", signature, text };
  const each = participationStates.map((state) => [
    `sign-confirm-${state}`,
    signConfirmPage({
      ...confirm,
      signature: { ...signature, state },
      counted: true,
      manageToken: "m4nage",
      isToProve: true,
    }),
  ]);
  const manage = (more: Partial<SignaturePageProps>, standing: Partial<SignatureView> = {}) =>
    signaturePage({
      view: { locale, path: "/manage/t0ken", origin },
      token: "t0ken",
      signature: { ...signature, ...standing },
      text,
      verbs: ["keep", "not-yet", "cannot", "withdraw"],
      asking: false,
      ...more,
    });
  const proof = {
    ...{ strong: false, looked: true, host: "_gec-proof.rights.example" },
    url: "https://rights.example/.well-known/global-encryption-coalition.txt",
    value: "global-encryption-coalition=AbCdEfGhIjKlMnOpQrStUv",
  };
  const held: Partial<SignatureView> = {
    kind: "statement",
    state: "held",
    shareUrl: undefined,
    referred: undefined,
  };
  return {
    ...Object.fromEntries(each),
    "sign-confirm-closed": signConfirmPage({
      ...confirm,
      signature: { ...signature, state: "pending" },
      counted: false,
      isClosed: true,
    }),
    "sign-confirm-counting": signConfirmPage({ ...confirm, counted: false, manageToken: "m4nage" }),
    signature: manage({}),
    "signature-kept": manage({ verbs: ["not-yet", "cannot", "withdraw"] }, { state: "kept", said: "kept" }),
    "signature-newer": manage({
      verbs: ["keep", "not-yet", "cannot", "renew", "withdraw"],
      newer: { version: 2, note: "“Three months” became “a month”.", parts },
    }),
    "signature-ask": manage({ asking: true }),
    "signature-held": manage({ verbs: ["prove", "withdraw"], proof }, held),
    "signature-held-proven": manage({ verbs: ["withdraw"], proof: { ...proof, strong: true } }, held),
    "signature-withdrawn": manage(
      { verbs: [] },
      { state: "withdrawn", shareUrl: undefined, shown: undefined },
    ),
  };
}

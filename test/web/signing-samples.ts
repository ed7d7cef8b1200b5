import { differenceOf } from "../../shared/domain/difference.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { memberSignPage } from "../../web/pages/member-sign.tsx";
import { signConfirmPage } from "../../web/pages/sign-confirm.tsx";
import { signablePage } from "../../web/pages/signable.tsx";
import { printPage } from "../../web/pages/signable-print.tsx";
import { signableTextPage } from "../../web/pages/signable-text.tsx";
import { signablesPage } from "../../web/pages/signables.tsx";
import { signaturePage } from "../../web/pages/signature.tsx";
import type {
  CommentView,
  SignableView,
  SignatoryView,
  SignatureView,
  TextView,
  VersionView,
} from "../../web/signing-view.ts";
import type { FormView, View } from "../../web/view.ts";

const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const words = `I use strong encryption for what I write, and I help one person I know to do the same.

I will not ask anybody to weaken it: not a service, not a government, not a friend.`;

const text: TextView = {
  version: 2,
  locale: "en",
  sha256,
  url: "https://campaign.example/api/pledges/make-the-switch/texts/2/en",
  text: words,
};

const pledge: SignableView = {
  kind: "pledge",
  slug: "make-the-switch",
  title: "Make the switch",
  summary: "Move one conversation that matters to you to a messenger that only its two ends can read.",
  status: "open",
  version: 2,
  texts: [text, { ...text, locale: "ar" }, { ...text, locale: "fr" }],
  closesAt: "2027-10-31T12:00:00Z",
  askAfterDays: 30,
};

const statement: SignableView = {
  ...pledge,
  kind: "statement",
  slug: "2027",
  title: "An open letter to all who make laws: leave our encryption whole",
  summary: "To be handed to ministers of twenty countries on the day itself.",
  askAfterDays: undefined,
};

const versions: VersionView[] = [
  { version: 1, publishedAt: "2027-03-01T09:00:00Z", texts: [{ ...text, version: 1 }] },
  {
    version: 2,
    publishedAt: "2027-04-12T09:00:00Z",
    note: "Says what we ask of services, too.",
    texts: pledge.texts,
  },
];

const comments: CommentView[] = [
  {
    name: "Wanjirũ",
    text: "For my mother, who now calls me without anyone listening.",
    at: "2027-05-03T08:00:00Z",
  },
  { text: "لأن الصحافة بلا تشفير صحافة بلا مصادر.", at: "2027-05-02T08:00:00Z" },
];

const signatories: SignatoryView[] = [
  {
    kind: "organization",
    name: "Bürgerrechtsdatenschutzgrundverordnungsfachgesellschaft e. V.",
    organizationKind: "civil-society",
    website: "https://www.fachgesellschaft.example/",
    country: "DE",
    at: "2027-05-01T08:00:00Z",
  },
  {
    kind: "person",
    name: "ندى الخطيب",
    title: "Cairo University",
    country: "EG",
    at: "2027-05-02T08:00:00Z",
  },
  { kind: "person", name: "Ada Lovelace", at: "2027-05-03T08:00:00Z" },
];

const signature: SignatureView = {
  kind: "pledge",
  slug: pledge.slug,
  title: pledge.title,
  state: "confirmed",
  version: 2,
  text: words,
  textLocale: "en",
  sha256,
  shown: "Ada, Egypt",
  comment: "For my mother.",
  confirmedAt: "2027-05-01T10:05:00.000Z",
  referred: 3,
  shareUrl: "https://campaign.example/pledges/make-the-switch?ref=kYx2",
};

/** Of an organization that is no member, whose signatory has an address elsewhere. */
const held: SignatureView = {
  ...signature,
  kind: "statement",
  slug: statement.slug,
  title: statement.title,
  state: "held",
  shown: "Rights for Everybody",
  comment: undefined,
  referred: undefined,
  shareUrl: undefined,
};

const proof = {
  strong: false,
  looked: true,
  host: "_gec-proof.rights.example",
  url: "https://rights.example/.well-known/global-encryption-coalition.txt",
  value: "global-encryption-coalition=AbCdEfGhIjKlMnOpQrStUv",
};

const refused: FormView = {
  values: { email: "", name: "Ada", country: "EG", comment: "See https://spam.example", kind: "company" },
  problems: [
    { field: "email", reason: "not-an-email-address" },
    { field: "name", reason: "too-long", limit: 100 },
  ],
};

/** Every page of pledges and statements, in every state. */
export function signingPages(locale: Locale): Record<string, string> {
  const at = (path: string): View => ({ locale, path, origin: "https://campaign.example" });
  const own = at("/pledges/make-the-switch");
  const figures = { promised: 12_874, kept: 3_201 };
  const ofPledge = { view: own, item: pledge, text, versions, figures, comments };
  const totals = { organizations: 1, people: 9_000 };
  const list = { items: signatories, totals, order: "name", more: true } as const;
  const first = { part: 1, parts: 3, from: 1, to: 4_000, total: 9_001 };
  const letter = at("/statements/2027");
  const ofStatement = { view: letter, item: statement, text, versions, figures, signatories: list };
  const frozen = { at: "2027-10-21T12:00:00Z", sha256, signatures: 12_874 };
  const closed: SignableView = { ...statement, status: "closed", frozen };
  const link = { ...text };
  const confirming = { view: at("/confirm/t0ken"), token: "t0ken", signature, counted: true };
  const managing = { view: at("/manage/t0ken"), token: "t0ken", signature, text: link, asking: false };
  const changed = differenceOf("I use strong encryption.", "I use strong encryption, and help others to.");
  return {
    pledges: signablesPage({ view: at("/pledges"), kind: "pledge", items: [pledge] }),
    "pledges-none": signablesPage({ view: at("/pledges"), kind: "pledge", items: [] }),
    statements: signablesPage({ view: at("/statements"), kind: "statement", items: [statement, closed] }),
    pledge: signablePage(ofPledge),
    "pledge-first": signablePage({ ...ofPledge, figures: { promised: 0, kept: 0 }, comments: [] }),
    "pledge-refused": signablePage({ ...ofPledge, form: refused }),
    "pledge-text-changed": signablePage({
      ...ofPledge,
      form: { values: { email: "ada@example.org" }, problems: [], word: "text-changed" },
    }),
    statement: signablePage(ofStatement),
    "statement-refused": signablePage({ ...ofStatement, form: refused }),
    "statement-closed": signablePage({ ...ofStatement, item: closed }),
    "statement-closed-just-now": signablePage({ ...ofStatement, item: { ...closed, frozen: undefined } }),
    "statement-print": printPage({
      ...ofStatement,
      item: closed,
      signatories: { ...list, at: first },
      asOf: "2027-10-22T08:00:00Z",
    }),
    "statement-withdrawn-print": printPage({
      ...ofStatement,
      item: { ...statement, status: "cancelled" },
      signatories: undefined,
      asOf: "2027-10-22T08:00:00Z",
    }),
    "statement-withdrawn": signablePage({
      ...ofStatement,
      item: { ...statement, status: "cancelled" },
      signatories: undefined,
    }),
    "pledge-text": signableTextPage({
      view: at("/pledges/make-the-switch/texts/2/en"),
      item: pledge,
      version: versions[1] as VersionView,
      text,
      difference: { from: 1, parts: changed },
    }),
    "sign-confirm-pending": signConfirmPage({
      ...confirming,
      signature: { ...signature, state: "pending" },
      signing: { ...signature, link },
    }),
    "sign-confirm-done": signConfirmPage({ ...confirming, manageToken: "m4nage" }),
    "sign-confirm-counting": signConfirmPage({ ...confirming, counted: false }),
    "sign-confirm-held": signConfirmPage({ ...confirming, signature: { ...signature, state: "held" } }),
    "sign-confirm-withdrawn": signConfirmPage({
      ...confirming,
      signature: { ...signature, state: "withdrawn" },
    }),
    "sign-confirm-expired": signConfirmPage({ ...confirming, signature: { ...signature, state: "expired" } }),
    "sign-confirm-to-prove": signConfirmPage({
      ...confirming,
      signature: { ...signature, state: "held" },
      manageToken: "m4nage",
      isToProve: true,
    }),
    "sign-confirm-closed": signConfirmPage({
      ...confirming,
      signature: { ...signature, state: "pending" },
      isClosed: true,
    }),
    signature: signaturePage({ ...managing, verbs: ["keep", "not-yet", "cannot", "withdraw"] }),
    "signature-newer": signaturePage({
      ...managing,
      verbs: ["renew", "withdraw"],
      newer: { version: 3, note: "Clearer.", parts: changed },
    }),
    "signature-kept": signaturePage({
      ...managing,
      signature: { ...signature, state: "kept", said: "kept" },
      verbs: ["not-yet", "cannot", "withdraw"],
    }),
    "signature-held": signaturePage({ ...managing, signature: held, verbs: ["prove", "withdraw"], proof }),
    "signature-held-proven": signaturePage({
      ...managing,
      signature: held,
      verbs: ["withdraw"],
      proof: { ...proof, strong: true },
    }),
    "signature-ask": signaturePage({ ...managing, verbs: ["withdraw"], asking: true }),
    "signature-withdrawn": signaturePage({
      ...managing,
      signature: { ...signature, state: "withdrawn" },
      verbs: [],
    }),
    "member-sign": memberSignPage({
      view: at("/manage/t0ken"),
      token: "t0ken",
      statement: { slug: statement.slug, title: statement.title, text },
    }),
  };
}

import { isMemberMail } from "../../functions/mail/member-letters.ts";
import { memberMailing } from "../../infra/local/member-mail-samples.ts";
import { sampleScopes } from "../../infra/local/sample-data.ts";
import { samplePledge } from "../../infra/local/sample-signables.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { occasion } from "../../shared/mail/event-mails.ts";
import { type MailKind, OwedMail } from "../../shared/mail/owed.ts";
import { isProposalMail } from "../../shared/mail/owed-proposals.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { News } from "../../shared/table/news.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Event, Pledge, ScopeItem } from "../../shared/table/scope.ts";
import type { SignatureFacts } from "../../shared/table/signature.ts";

const person = "A".repeat(24);
const scope = "event.encryption-workshop";
const sampleEvent = sampleScopes.find((known) => known.scope === scope);
const at = "2027-09-01T10:00:00.000Z";

/** What each kind of mail is shown with: the participation as it stands when that mail is owed. */
const standing: Partial<Record<MailKind, Partial<Participation>>> = {
  confirm: { state: "pending", expiresAt: Date.parse("2027-09-08T10:00:00Z") / 1000 },
  waitlisted: { state: "waitlisted" },
  "seat-offered": { state: "offered", offeredUntil: "2027-10-01T18:00:00.000Z" },
  "seat-passed": { state: "waitlisted" },
  "signature-held": { state: "held" },
  news: { consent: { updates: true, text: "updates-2026-11", locale: "en", at } },
};

/** A signature as it stands when a mail about it is owed; the texts are versions 1 and 2 of the pledge. */
const signed: Partial<Record<MailKind, Partial<SignatureFacts>>> = {
  "kept-question": { keptAsks: 1 },
  "text-changed": { askedVersion: 2 },
  "signature-held": {
    organization: {
      name: "Example Rights",
      kind: "civil-society",
      website: "https://www.example.org",
      domain: "example.org",
    },
  },
  "signature-declined": {
    declined: true,
    organization: { name: "Privacy Land", kind: "civil-society", website: "https://privacy.example" },
  },
};

const pledge: Pledge = {
  ...samplePledge,
  versions: [1, 2].map((version) => ({
    version,
    publishedAt: at,
    texts: [{ version, locale: "en", sha256: "0".repeat(64) }],
    ...(version === 2 && {
      note: { en: "“Three months” became “a month”.", ar: "صارت «ثلاثة أشهر» «شهرًا»." },
    }),
  })),
};

/** What registrations and signatures both owe, as a signature owes it. */
const alsoOfSignatures = {
  "confirm-signature": "confirm",
  "registered-signature": "registered",
  "already-registered-signature": "already-registered",
} as const satisfies Record<string, MailKind>;

type OfSignature = keyof typeof alsoOfSignatures;
export type MailSample = MailKind | OfSignature;

const isOfSignature = (sample: MailSample): sample is OfSignature => sample in alsoOfSignatures;

export const everyMail: readonly MailSample[] = [
  ...OwedMail.shape.kind.options,
  ...(Object.keys(alsoOfSignatures) as OfSignature[]),
];

export function kindOf(sample: MailSample): MailKind {
  return isOfSignature(sample) ? alsoOfSignatures[sample] : sample;
}

/** The signature of a mail that signatures owe. */
function signatureOf(sample: MailSample): Partial<Participation> | undefined {
  const facts = isOfSignature(sample) ? {} : signed[sample];
  const text = { version: 1, locale: "en", sha256: "0".repeat(64) };
  return facts && { scope: pledge.scope, signature: { text, display: "hidden", ...facts } };
}

const names: Partial<Record<Locale, string>> = { en: "Amina Diallo", ar: "أمينة ديالو" };

function subjectOf(kind: MailKind): string {
  if (kind === "news") return "news.sample";
  return isProposalMail(kind) ? "proposal.encryption-workshop" : scope;
}

export function owedMail(kind: MailKind): OwedMail {
  const subject = subjectOf(kind);
  const startsAt = sampleEvent?.kind === "event" ? sampleEvent.startsAt : at;
  const occurrence =
    kind === "reminder-day" || kind === "reminder-hour"
      ? occasion(kind === "reminder-day" ? "day" : "hour", { startsAt })
      : 1;
  return { kind, person, subject, by: scope, occurrence, owedAt: at };
}

/** The event as it stands when a mail about it is owed. */
const eventThen: Partial<Record<MailKind, Partial<Event>>> = {
  "event-moved": { sequence: 1 },
  "event-cancelled": { sequence: 1, state: "cancelled", reason: "The hall is not to be had." },
  "proposal-confirm": { state: "unverified", expiresAt: Date.parse("2027-09-08T10:00:00Z") / 1000 },
  "proposal-submitted": { state: "submitted" },
  "proposal-question": { state: "submitted", reason: "Is there a step-free way in?" },
  "proposal-declined": { state: "declined", reason: "It has nothing to do with encryption." },
};

/** An owed mail, and what the mailer would find in the table for it. */
export function mailingFor(sample: MailSample, locale: Locale): { mail: OwedMail; mailing: Mailing } {
  const kind = kindOf(sample);
  const pk = `PERSON#${person}`;
  return {
    mail: owedMail(kind),
    mailing: {
      suppression: undefined,
      ...(isMemberMail(kind) && memberMailing(kind, { person, locale })),
      person: {
        ...{ pk, sk: "PROFILE", entity: "person", email: "ann@example.org" },
        ...{ createdAt: at, changedAt: at, askedOn: "2027-09-01", asksToday: 1 },
        names: { [scope]: names[locale] ?? "Amina Diallo" },
      },
      participation: {
        ...{ pk, sk: `ACTION#${scope}`, entity: "participation", person, scope, locale },
        ...{ campaign: "campaign.global-encryption-day-2027", version: 1, generation: 1 },
        ...{ asks: 1, asksToday: 1, askedOn: "2027-09-01", createdAt: at, changedAt: at },
        ...{ state: "confirmed", confirmedAt: at, ...standing[kind], ...signatureOf(sample) },
      },
    },
  };
}

const sampleNews: News = {
  ...{ pk: "NEWS#sample", sk: "DETAILS", entity: "news", id: "sample" },
  ...{ campaign: "campaign.global-encryption-day-2027", state: "sending", version: 2, rounds: 1 },
  ...{ audience: { locales: [], countries: [] }, perDay: null, createdAt: at, changedAt: at },
  ...{ listPk: "LIST#news#0", listSk: `${at}#sample` },
  texts: {
    en: {
      subject: "Seven weeks to go: what happens on 21 October",
      heading: "Seven weeks to go",
      body: "On 21 October, people in 80 countries stand up for encryption. Thank you for being one of them.\n\nThis year there are workshops in many towns. Bring somebody who has never used an encrypted messenger.",
      action: { label: "Find an event near you", url: "https://act.example.org/events" },
    },
    fr: {
      subject: "Plus que sept semaines : ce qui se passe le 21 octobre",
      heading: "Plus que sept semaines",
      body: "Le 21 octobre, dans 80 pays, des gens défendent le chiffrement. Merci d’en faire partie.",
      action: { label: "Trouver un événement près de chez vous", url: "https://act.example.org/fr/events" },
    },
    es: {
      subject: "Faltan siete semanas: qué pasa el 21 de octubre",
      heading: "Faltan siete semanas",
      body: "El 21 de octubre, gente de 80 países defiende el cifrado. Gracias por formar parte.",
      action: { label: "Busca un evento cerca de ti", url: "https://act.example.org/es/events" },
    },
    pt: {
      subject: "Faltam sete semanas: o que acontece em 21 de outubro",
      heading: "Faltam sete semanas",
      body: "Em 21 de outubro, pessoas de 80 países defendem a criptografia. Obrigado por participar.",
      action: { label: "Encontre um evento perto de você", url: "https://act.example.org/pt/events" },
    },
    sw: {
      subject: "Zimebaki wiki saba: yatakayofanyika 21 Oktoba",
      heading: "Zimebaki wiki saba",
      body: "Tarehe 21 Oktoba, watu katika nchi 80 watatetea usimbaji fiche. Asante kwa kuwa mmoja wao.",
      action: { label: "Tafuta tukio karibu nawe", url: "https://act.example.org/sw/events" },
    },
    ar: {
      subject: "بقيت سبعة أسابيع: ما الذي سيحدث في 21 أكتوبر",
      heading: "بقيت سبعة أسابيع",
      body: "في 21 أكتوبر يقف أناس في 80 بلدًا مع التشفير. شكرًا لأنك واحد منهم.\n\nتقام هذا العام ورشات عمل في مدن كثيرة. اصطحب شخصًا لم يستخدم تطبيق مراسلة مشفّرًا من قبل.",
      action: { label: "ابحث عن فعالية قريبة منك", url: "https://act.example.org/ar/events" },
    },
  },
};

/** What the letters are written with; the same links come out every time. */
export function sampleDesk(sample: MailSample = "registered", locale: Locale = "en") {
  return {
    sender: "hello@globalencryption.example",
    replyTo: "people@globalencryption.example",
    links: async () => ({
      origin: "https://act.example.org",
      secret: "the secret of the samples, for show only",
    }),
    news: async () => sampleNews,
    clock: () => new Date(at),
    scope: async (wanted: string): Promise<ScopeItem | undefined> => {
      if (wanted === pledge.scope) return pledge;
      const found = sampleScopes.find((known) => known.scope === wanted);
      if (found?.kind !== "event") return found;
      return { ...found, proposer: person, proposerLocale: locale, ...eventThen[kindOf(sample)] };
    },
  };
}

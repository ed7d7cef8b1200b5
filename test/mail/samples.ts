import { isMemberMail } from "../../functions/membership/letters.ts";
import { memberMailing } from "../../infra/local/member-mail-samples.ts";
import { sampleScopes } from "../../infra/local/sample-data.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { type MailKind, OwedMail } from "../../shared/mail/owed.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { News } from "../../shared/table/news.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { ScopeItem } from "../../shared/table/scope.ts";

const person = "A".repeat(24);
const scope = "event.encryption-workshop";
const at = "2027-09-01T10:00:00.000Z";

/** What each kind of mail is shown with: the participation as it stands when that mail is owed. */
const standing: Partial<Record<MailKind, Partial<Participation>>> = {
  confirm: { state: "pending", expiresAt: Date.parse("2027-09-08T10:00:00Z") / 1000 },
  waitlisted: { state: "waitlisted" },
  "seat-offered": { state: "offered", offeredUntil: "2027-10-01T18:00:00.000Z" },
  "seat-passed": { state: "waitlisted" },
  news: { consent: { updates: true, text: "updates-2026-11", locale: "en", at } },
};

export const everyMail = OwedMail.shape.kind.options;

const names: Partial<Record<Locale, string>> = { en: "Amina Diallo", ar: "أمينة ديالو" };

export function owedMail(kind: MailKind): OwedMail {
  const subject = kind === "news" ? "news.sample" : scope;
  return { kind, person, subject, by: scope, occurrence: 1, owedAt: at };
}

/** An owed mail, and what the mailer would find in the table for it. */
export function mailingFor(kind: MailKind, locale: Locale): { mail: OwedMail; mailing: Mailing } {
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
        ...{ state: "confirmed", confirmedAt: at, ...standing[kind] },
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
    ar: {
      subject: "بقيت سبعة أسابيع: ما الذي سيحدث في 21 أكتوبر",
      heading: "بقيت سبعة أسابيع",
      body: "في 21 أكتوبر يقف أناس في 80 بلدًا مع التشفير. شكرًا لأنك واحد منهم.\n\nتقام هذا العام ورشات عمل في مدن كثيرة. اصطحب شخصًا لم يستخدم تطبيق مراسلة مشفّرًا من قبل.",
      action: { label: "ابحث عن فعالية قريبة منك", url: "https://act.example.org/ar/events" },
    },
  },
};

/** What the letters are written with; the same links come out every time. */
export function sampleDesk() {
  return {
    sender: "hello@globalencryption.example",
    replyTo: "people@globalencryption.example",
    links: async () => ({
      origin: "https://act.example.org",
      secret: "the secret of the samples, for show only",
    }),
    news: async () => sampleNews,
    scope: async (wanted: string): Promise<ScopeItem | undefined> =>
      sampleScopes.find((known) => known.scope === wanted),
  };
}

import { isMemberMail } from "../../functions/membership/letters.ts";
import type { Locale } from "../../shared/locales/speak.ts";
import { type MailKind, OwedMail } from "../../shared/mail/owed.ts";
import type { Mailing } from "../../shared/table/mailing.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { ScopeItem } from "../../shared/table/scope.ts";
import { memberMailing } from "./member-mail-samples.ts";
import { sampleScopes } from "./sample-data.ts";

const person = "A".repeat(24);
const scope = "event.encryption-workshop";
const at = "2027-09-01T10:00:00.000Z";

/** What each kind of mail is shown with: the participation as it stands when that mail is owed. */
const standing: Partial<Record<MailKind, Partial<Participation>>> = {
  confirm: { state: "pending", expiresAt: Date.parse("2027-09-08T10:00:00Z") / 1000 },
  waitlisted: { state: "waitlisted" },
  "seat-offered": { state: "offered", offeredUntil: "2027-10-01T18:00:00.000Z" },
  "seat-passed": { state: "waitlisted" },
};

export const everyMail = OwedMail.shape.kind.options;

const names: Partial<Record<Locale, string>> = { en: "Amina Diallo", ar: "أمينة ديالو" };

export function owedMail(kind: MailKind): OwedMail {
  return { kind, person, subject: scope, occurrence: 1, owedAt: at };
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

/** What the letters are written with; the same links come out every time. */
export function sampleDesk() {
  return {
    sender: "hello@globalencryption.example",
    replyTo: "people@globalencryption.example",
    links: async () => ({
      origin: "https://act.example.org",
      secret: "the secret of the samples, for show only",
    }),
    scope: async (wanted: string): Promise<ScopeItem | undefined> =>
      sampleScopes.find((known) => known.scope === wanted),
  };
}

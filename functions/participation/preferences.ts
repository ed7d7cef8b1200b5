import * as z from "zod";
import type { Link } from "../../shared/domain/link-token.ts";
import { giveConsent, type Participation } from "../../shared/table/participation.ts";
import { keepStopped, type MailPurpose, type Suppression } from "../../shared/table/suppression.ts";
import { check } from "../edge/check.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { linkedParticipation } from "./linked.ts";
import { consentText } from "./signup.ts";

/** Which mails somebody wants; what is not said is not wanted, as with the boxes of a form. */
const Preferences = z.object({
  consent: z.object({ news: z.boolean().default(false), reminders: z.boolean().default(false) }).prefault({}),
});

export interface Preferences {
  news: boolean;
  reminders: boolean;
}

/** What holds now: news go only to those who agreed to them, and whatever was stopped is not wanted. */
export function preferencesOf(
  { consent }: Pick<Participation, "consent">,
  suppression: Pick<Suppression, "stopped"> | undefined,
): Preferences {
  const wanted = (purpose: MailPurpose) => stoppedFor(purpose, suppression) === undefined;
  return { news: consent?.updates === true && wanted("news"), reminders: wanted("reminders") };
}

/** What was stopped that mails of a purpose belong to: that purpose itself, or all. */
export function stoppedFor(
  purpose: MailPurpose,
  suppression: Pick<Suppression, "stopped"> | undefined,
): MailPurpose | undefined {
  return (["all", purpose] as const).find((one) => suppression?.stopped?.has(one));
}

/** Keeps what somebody wants from now on. Wanting news here is a consent, and kept as one. */
export async function prefer(
  { table, clock }: Pick<Surroundings, "table" | "clock">,
  { link, body }: { link: Link; body: unknown },
): Promise<Participation> {
  const now = clock();
  const { news, reminders } = check(Preferences, body).consent;
  const participation = await linkedParticipation(table, link, now);
  const stopped: MailPurpose[] = [];
  if (!news) stopped.push("news");
  if (!reminders) stopped.push("reminders");
  if (news && !participation.consent?.updates) {
    const { locale } = participation;
    await giveConsent(table, participation, {
      updates: true,
      text: consentText,
      locale,
      at: now.toISOString(),
    });
  }
  await keepStopped(table, { person: link.person, stopped }, now);
  return participation;
}

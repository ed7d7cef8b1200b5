import { randomUUID } from "node:crypto";
import { mailBatch } from "../../../functions/mail/mailer-batch.ts";
import { fanOut } from "../../../functions/mail/news-fan-out.ts";
import { move } from "../../../functions/mail/news-moves.ts";
import { newsKey } from "../../../shared/table/keys.ts";
import { type News, newsPlace, putNews } from "../../../shared/table/news.ts";
import { type Participation, registrantsPlace } from "../../../shared/table/participation.ts";
import type { Table } from "../../../shared/table/table.ts";
import { drain } from "../../stack/drain.ts";
import { type PostOffice, personHashOf, scope, signedUp } from "./post-office.ts";

export const texts = {
  en: { subject: "Seven weeks to go", heading: "Seven weeks", body: "First.\n\nSecond." },
  ar: { subject: "بقيت سبعة أسابيع", heading: "سبعة أسابيع", body: "أولًا." },
};

/** A mailing as staff leave it: written, not sent. */
export async function written(
  { table, clock }: Pick<PostOffice, "table" | "clock">,
  given: Partial<News> = {},
): Promise<string> {
  const id = randomUUID().slice(0, 8);
  const at = clock.now.toISOString();
  const news: News = {
    ...newsKey(id),
    ...{ sk: "DETAILS", entity: "news", id, campaign: "campaign.global-encryption-day-2027" },
    ...{
      state: "draft",
      version: 1,
      rounds: 0,
      audience: { locales: [], countries: [] },
      texts,
      perDay: null,
    },
    ...{ createdAt: at, changedAt: at, ...newsPlace(at, id) },
    ...given,
  };
  await putNews(table, news, { before: undefined, auditId: "" });
  return id;
}

/** Somebody who takes part, and who agreed to news unless told otherwise. */
export function supporter(
  office: PostOffice,
  email: string,
  given: Partial<Participation> = {},
): Promise<Participation> {
  const at = office.clock.now.toISOString();
  return signedUp(office, email, {
    ...{ state: "confirmed", confirmedAt: at },
    consent: { updates: true, text: "updates-2026-11", locale: "en", at },
    ...registrantsPlace(personHashOf(email), given.scope ?? scope, at),
    ...given,
  });
}

export function send(office: PostOffice, id: string): Promise<News> {
  return move(office.table, id, { verb: "send", now: office.clock.now });
}

/** One run of the fan-out; `through` may be a table whose calls fail. */
export function runFanOut(
  office: PostOffice,
  { through = office.table, ...limits }: { through?: Table; pageSize?: number; mostWaiting?: number } = {},
): Promise<number> {
  return fanOut({ table: through, queues: office.queues, clock: () => office.clock.now, ...limits });
}

export function runBulkMailers({ queues, mailer }: PostOffice): Promise<number> {
  return drain({ queueUrl: queues.bulk, handle: (records) => mailBatch(mailer, records) });
}

import type { PersonHash } from "../../shared/domain/person-hash.ts";
import { isWelcome } from "../../shared/mail/purpose.ts";
import type { News } from "../../shared/table/news.ts";
import { audiencePage, partsOf } from "../../shared/table/news-audience.ts";
import type { Participation } from "../../shared/table/participation.ts";
import { actionsOf } from "../../shared/table/scopes-by-state.ts";
import { suppressionsOf } from "../../shared/table/suppression.ts";
import type { Table } from "../../shared/table/table.ts";

/** People read at most, so that the answer comes in time. */
const mostCounted = 20_000;
const pageSize = 1000;

type Figures = Record<string, number>;

export interface Recipients {
  recipients: number;
  /** People who agreed once and get none: they stopped the news, or their mailbox takes no mail. */
  stopped: number;
  /** False where counting ended early. */
  complete: boolean;
  byLocale: Figures;
  byCountry: Figures;
}

/**
 * How many a mailing would reach now. Whoever takes part twice is counted once. A read unit for every two people or so,
 * 20,000 people at most.
 */
export async function recipientsOf(table: Table, news: News): Promise<Recipients> {
  const { people, complete } = await agreed(table, news);
  const suppressions = await suppressionsOf(table, [...people.keys()]);
  const welcome = [...people.values()].filter(({ person }) => isWelcome("news", suppressions.get(person)));
  return {
    recipients: welcome.length,
    stopped: people.size - welcome.length,
    complete,
    byLocale: countBy(welcome, ({ locale }) => locale),
    byCountry: countBy(welcome, ({ country }) => country ?? "unknown"),
  };
}

async function agreed(table: Table, news: News) {
  const people = new Map<PersonHash, Participation>();
  let read = 0;
  for (const list of partsOf(await actionsOf(table, news.campaign))) {
    let after: string | undefined;
    do {
      if (read >= mostCounted) return { people, complete: false };
      const { found, next } = await audiencePage(table, { list, after, limit: pageSize }, news.audience);
      for (const participation of found)
        if (!people.has(participation.person)) people.set(participation.person, participation);
      read += pageSize / 10 + found.length;
      after = next;
    } while (after !== undefined);
  }
  return { people, complete: true };
}

function countBy(participations: readonly Participation[], keyOf: (one: Participation) => string): Figures {
  const counted: Figures = {};
  for (const participation of participations) {
    const key = keyOf(participation);
    counted[key] = (counted[key] ?? 0) + 1;
  }
  return counted;
}

import type { PersonHash } from "../domain/person-hash.ts";
import type { ActionScope, CampaignScope, Scope } from "../domain/scope.ts";

export interface Key {
  pk: string;
  sk: string;
}

const personPk = (person: PersonHash) => `PERSON#${person}`;

export const personKey = (person: PersonHash): Key => ({ pk: personPk(person), sk: "PROFILE" });
export const suppressionKey = (person: PersonHash): Key => ({ pk: personPk(person), sk: "SUPPRESSED" });
export const participationKey = (person: PersonHash, scope: ActionScope): Key => ({
  pk: personPk(person),
  sk: `ACTION#${scope}`,
});

export const memberKey = (id: string): Key => ({ pk: `MEMBER#${id}`, sk: "PROFILE" });
/** Beside the person, who may speak for several members. */
export const contactKey = (person: PersonHash, member: string): Key => ({
  pk: personPk(person),
  sk: `MEMBER#${member}`,
});
/** Of a normalised name (no dots in it) or a domain (a dot at least): neither can be taken for the other. */
export const organizationKey = (normalised: string): Key => ({ pk: `ORG#${normalised}`, sk: "CLAIM" });
export const pictureKey = (path: string): Key => ({ pk: `PICTURE#${path}`, sk: "NOTE" });
export const reviewKey = (at: string, id: string): Key => ({ pk: "REVIEWS", sk: `${at}#${id}` });

/** The ledger lies beside what it counts: under the person, the member, or the scope that was reported on. */
export const ledgerKey = (ownerPk: string): Key => ({ pk: ownerPk, sk: "COUNTED" });

/** The kind stands in the key too: a campaign and its day's event may have the same slug. */
export const scopeKey = (scope: CampaignScope | ActionScope): Key => ({
  pk: `SCOPE#${scope}`,
  sk: "DETAILS",
});

/** One language of one version of a text. */
export const textKey = (scope: ActionScope, version: number, locale: string): Key => ({
  pk: `SCOPE#${scope}`,
  sk: `TEXT#${version}#${locale}`,
});

/** What a person has shown in public of one signature: under the person, so that it goes with them. */
export const cardKey = (person: PersonHash, scope: ActionScope, id: string): Key => ({
  pk: personPk(person),
  sk: `CARD#${scope}#${id}`,
});
export const commentKey = (person: PersonHash, scope: ActionScope, id: string): Key => ({
  pk: personPk(person),
  sk: `COMMENT#${scope}#${id}`,
});

/** Whom a person's link has brought; spread, since one link may be shared by millions. */
export const referredKey = (referrer: PersonHash, scope: ActionScope, referred: PersonHash): Key => ({
  pk: referredPk(referrer, scope, Buffer.from(referred, "base64url").readUInt8(2) % referredBuckets),
  sk: referred,
});
export const referredBuckets = 4;
export const referredPk = (referrer: PersonHash, scope: ActionScope, bucket: number): string =>
  `REFERRED#${scope}#${referrer}#${bucket}`;

export const counterKey = (scope: Scope | string, shard: number): Key => ({
  pk: `COUNT#${scope}`,
  sk: `SHARD#${shard}`,
});
export const hourKey = (scope: Scope | string, hour: string, shard: number): Key => ({
  pk: `COUNT#${scope}`,
  sk: `HOUR#${hour}#${shard}`,
});

/** The number stands in the partition: each shard of an event's seats is a key of its own. */
export const seatsKey = (scope: ActionScope, shard: number): Key => ({
  pk: `SEATS#${scope}#${shard}`,
  sk: "SEATS",
});

/** What staff want to know beside the counts, by day; see `day-figures.ts`. */
export const dayFiguresKey = (subject: string, day: string, shard: number): Key => ({
  pk: `DAYS#${subject}`,
  sk: `${day}#${shard}`,
});

/** The mail that went out last of a queue; see `last-out.ts`. */
export const lastOutKey = (queue: string): Key => ({ pk: `LASTOUT#${queue}`, sk: "LAST" });

/** The shards of all scopes lie in the index of headlines under this many keys. */
export const headlineBuckets = 4;
export const headlinePk = (bucket: number): string => `COUNTS#${bucket}`;

/** The place of a counter's shard in the index of headlines. */
export const headlineKey = (scope: Scope | string, shard: number): Record<string, string> => ({
  headline: headlinePk(shard % headlineBuckets),
  scope,
});

/** What an event's organizer reports lies beside the event. */
export const reportKey = (scope: ActionScope): Key => ({ pk: scopeKey(scope).pk, sk: "REPORT" });

/** A mail to everybody in an action's lists, by what it is, of which occasion, and when it is due: reminders have waves. */
export const fanOutKey = (job: {
  scope: ActionScope;
  kind: string;
  occurrence: number;
  dueAt: string;
}): Key => ({
  pk: `FANOUT#${job.scope}`,
  sk: `${job.kind}#${job.occurrence}${job.kind.startsWith("reminder-") ? `#${job.dueAt}` : ""}`,
});

export const mailKey = (key: string): Key => ({ pk: `MAIL#${key}`, sk: "MAIL" });
/** What a worker has sent of what it claimed together. */
export const sentKey = (claim: string): Key => ({ pk: `MAIL#${claim}`, sk: "SENT" });

export const newsKey = (id: string): Key => ({ pk: `NEWS#${id}`, sk: "DETAILS" });
export const newsFiguresKey = (id: string): Key => ({ pk: `NEWS#${id}`, sk: "FIGURES" });
export const newsPartKey = (id: string, part: string): Key => ({ pk: `NEWS#${id}`, sk: `PART#${part}` });

/** Something that one may do at a time; see `lease.ts`. */
export const leaseKey = (name: string): Key => ({ pk: `LEASE#${name}`, sk: "LEASE" });

export const auditKey = (subject: string, at: string, id: string): Key => ({
  pk: `AUDIT#${subject}`,
  sk: `${at}#${id}`,
});

/** All acts of a month (of a moment in it) in the order of time; staff act a few times a minute. */
export const auditPlace = (at: string, id: string) => ({
  listPk: listKey(`audit.${at.slice(0, 7)}`, 0),
  listSk: `${at}#${id}`,
});

/** The person's hash out of a partition key; undefined where the partition is nobody's. */
export function personOf(pk: string): PersonHash | undefined {
  return pk.startsWith("PERSON#") ? pk.slice("PERSON#".length) : undefined;
}

/** A list that can grow to a million is spread over this many keys of the index: 2,000 a second make 125 on each. */
export const listBuckets = 16;

export function listKey(list: string, bucket: number): string {
  return `LIST#${list}#${bucket}`;
}

/** The bucket of a person in every list: the hash is evenly spread already. */
export function bucketOf(person: PersonHash): number {
  return Buffer.from(person, "base64url").readUInt8(0) % listBuckets;
}

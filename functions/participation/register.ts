import { Registration } from "../../shared/contracts/participation.ts";
import { eventStatus, mustBeOpen } from "../../shared/domain/event-openness.ts";
import { personHash } from "../../shared/domain/person-hash.ts";
import { UnknownScope } from "../../shared/domain/refused.ts";
import { reminderNames } from "../../shared/domain/reminder-times.ts";
import { isSlug } from "../../shared/domain/scope.ts";
import { type Event, isPublic } from "../../shared/table/scope.ts";
import type { Asked } from "../edge/asked.ts";
import { check } from "../edge/check.ts";
import { signupLocale } from "../edge/locale.ts";
import type { Surroundings } from "../edge/surroundings.ts";
import { signUp } from "./signup.ts";
import { knownSource } from "./source.ts";

/** An event that the public may know of; throws `UnknownScope`. */
export async function knownEvent(
  { scope }: Pick<Surroundings, "scope">,
  slug: string | undefined,
): Promise<Event> {
  const item = slug !== undefined && isSlug(slug) ? await scope(`event.${slug}`) : undefined;
  if (item?.kind !== "event" || !isPublic(item)) {
    throw new UnknownScope(`event.${slug?.slice(0, 64) ?? ""}`);
  }
  return item;
}

/** Registers for an event: checked, then taken as any signup. Two writes, no mail, no counter. */
export async function register(surroundings: Surroundings, asked: Asked): Promise<void> {
  const now = surroundings.clock();
  const event = await knownEvent(surroundings, asked.params.slug);
  const wanted = check(Registration, asked.body);
  mustBeOpen(eventStatus(event, now));
  const { email, name, country, consent } = wanted;
  await signUp(
    surroundings.table,
    {
      person: personHash(email, await surroundings.personKey()),
      email,
      name,
      country,
      scope: event.scope,
      campaign: event.campaign,
      locale: signupLocale(asked, wanted.locale),
      source: await knownSource(surroundings, event.campaign, wanted.source),
      updates: consent?.updates,
      timeZone: wanted.timeZone,
      noReminders: reminderNames.filter((name) => wanted.noReminders?.[name]),
    },
    now,
  );
}

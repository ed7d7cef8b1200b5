import type { Suppression } from "../table/suppression.ts";
import { isEventMail } from "./event-mails.ts";
import type { MailKind } from "./owed.ts";

/**
 * What a mail is for, by which people stop it. `asked`: just asked for, and goes even to those who stopped all mails;
 * `service`: about what the person takes part in; `reminders` and `news` can be stopped each on its own.
 */
export type MailUse = "asked" | "service" | "reminders" | "news";

/** Whatever is not named here is of use `service`. */
const uses: Partial<Record<MailKind, MailUse>> = {
  confirm: "asked",
  "member-confirm": "asked",
  "proposal-confirm": "asked",
  "kept-question": "reminders",
  "reminder-day": "reminders",
  "reminder-hour": "reminders",
  news: "news",
};

export function useOf(kind: MailKind): MailUse {
  return uses[kind] ?? "service";
}

/** Mails that many get at once go by a queue of their own, so that they never delay those that one person waits for. */
const bulkKinds: ReadonlySet<MailKind> = new Set(["member-invited", "text-changed"]);

export function isBulk(kind: MailKind): boolean {
  return ["news", "reminders"].includes(useOf(kind)) || isEventMail(kind) || bulkKinds.has(kind);
}

/** Whether the person is to get a mail of this kind at all. Suppression always wins over what is owed. */
export function isWelcome(kind: MailKind, suppression: Suppression | undefined): boolean {
  if (!suppression) return true;
  if (suppression.undeliverable) return false;
  const { stopped } = suppression;
  const use = useOf(kind);
  if (!stopped || use === "asked") return true;
  return !stopped.has("all") && !(use !== "service" && stopped.has(use));
}

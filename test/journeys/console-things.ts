import { signInStaff } from "../../infra/local/staff.ts";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { wholeStack } from "../stack/provided.ts";
import type { ConsoleAddress } from "../web/console-addresses.ts";
import { asked, until } from "./visitor.ts";

/** What has to have happened before the console has something to show: done by people at our public forms. */

const day = "global-encryption-day-2027";
/** A long one, for a narrow column. */
const name = "María-José Fernández de la Vega y Sánchez-Castellanos";

/** Asks the staff API as an admin. */
async function staffAsk<Answer>(token: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${wholeStack().origin}/api/staff/${path}`, {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/**
 * Somebody registers, applies, comments and signs for an organization, and staff begin a draft of news: gives the screens of
 * those things, which have no address before.
 */
export async function thingsInConsole(): Promise<ConsoleAddress[]> {
  const { token } = await signInStaff(wholeStack(), "admin");
  const mark = Date.now().toString(36);
  const organization = `Chiffrement pour tous ${mark}`;
  const website = `https://www.chiffrement-${mark}.example`;
  const [email] = await Promise.all([
    asked(`/api/events/${day}/registrations`, { name, country: "ES" }),
    asked("/api/members", { ...applicationExamples.organization, organization, website }),
    asked("/api/pledges/make-the-switch/signatures", {
      ...{ name, display: "name", comment: "For my mother." },
    }),
    asked("/api/statements/2027/signatures", {
      ...{ organization: `Open Locks ${mark}`, website: `https://locks-${mark}.org` },
      ...{ kind: "civil-society", country: "KE" },
    }),
  ]);
  const text = { subject: "Three weeks to go", heading: "Three weeks to go", body: "First.\n\nSecond." };
  const [{ person }, news, queue] = await Promise.all([
    staffAsk<{ person: string }>(token, "persons/search", { email }),
    staffAsk<{ id: string }>(token, "news", { campaign: day, texts: { en: text } }),
    until(
      () =>
        staffAsk<{ items: { id: string; name: string }[] }>(
          token,
          "members?state=submitted&kind=civil-society",
        ),
      ({ items }) => items.some((one) => one.name === organization),
    ),
  ]);
  const application = queue.items.find((one) => one.name === organization)?.id ?? "";
  return [
    { name: "member", path: `/staff/members/${application}`, role: "reviewer" },
    { name: "news-item", path: `/staff/news/${news.id}`, role: "organizer" },
    { name: "person", path: `/staff/registrants/person/${person}`, role: "organizer" },
  ];
}

/** The list at an event's door, behind a link as staff make it. */
export async function doorAddress(slug = day): Promise<string> {
  const { token } = await signInStaff(wholeStack(), "admin");
  const { url } = await staffAsk<{ url: string }>(token, `events/${slug}/check-in-link`, {});
  return url;
}

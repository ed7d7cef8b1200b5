import { it } from "vitest";
import { applicationExamples } from "../../shared/contracts/membership.ts";
import { openConsole } from "../journeys/console.ts";
import { asked } from "../journeys/visitor.ts";
import { launchChromium } from "../stack/browser.ts";
import { wholeStack } from "../stack/provided.ts";
import { consoleAddresses } from "../web/console-addresses.ts";
import { goTo } from "./go-to.ts";
import { type Look, newPage, take } from "./take.ts";

const day = "global-encryption-day-2027";
const organizations = ["Digital Rights Nepal", "Chiffrement pour tous", "مؤسسة الحقوق الرقمية"];
const countries = ["NP", "SN", "EG", "CH", "BR"];

const proposal = {
  title: "Encryption in the library",
  summary: "Bring your phone; we bring tea and patience.",
  starts: "2027-10-21T15:00",
  ends: "2027-10-21T17:00",
  timeZone: "Africa/Dakar",
  place: { name: "Bibliothèque centrale, Dakar", country: "SN" },
  organizer: "Chiffrement pour tous",
};

const looks = [
  { name: "desktop", locale: "en", width: 1280, scheme: "light" },
  { name: "desktop-dark", locale: "en", width: 1280, scheme: "dark" },
  { name: "phone", locale: "en", width: 390, scheme: "light" },
] as const satisfies readonly Look[];

/** A morning at the campaign: applications, a proposal, a comment, and people. */
async function liven(): Promise<void> {
  const applications = organizations.map((organization, i) => () => {
    const website = `https://www.organization-${i}.example`;
    return asked("/api/members", { ...applicationExamples.organization, organization, website });
  });
  const pledge = {
    name: "Wanjirũ",
    display: "name",
    comment: "For my mother.",
    version: 1,
    textLocale: "en",
  };
  const registrations = Array.from({ length: 24 }, (_, i) => () => {
    const country = countries[i % (1 + (i % countries.length))];
    return asked(`/api/events/${day}/registrations`, { country, source: i % 3 ? "newsletter" : "partner" });
  });
  const left = [
    ...applications,
    ...registrations,
    () => asked("/api/pledges/make-the-switch/signatures", pledge),
    () => asked("/api/events", proposal),
  ];
  // A few at a time, as one machine likes it.
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: 3 }, worker));
}

it("pictures of the console", async () => {
  await liven();
  const browser = await launchChromium();
  for (const look of looks) {
    const page = await newPage(browser, look);
    await page.goto(`${wholeStack().origin}/staff`);
    await page.getByLabel("Email address").waitFor();
    await take(page, `console/sign-in.${look.name}`);
    await openConsole(page, "admin");
    for (const { name, path } of consoleAddresses) {
      await goTo(page, path);
      await take(page, `console/${name}.${look.name}`);
    }
    await page.close();
  }
  await browser.close();
});

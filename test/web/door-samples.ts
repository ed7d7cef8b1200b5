import type { Locale } from "../../shared/locales/speak.ts";
import { asset } from "../../web/asset.ts";
import { checkInPage } from "../../web/pages/check-in.tsx";
import { type OrganizePageProps, organizePage } from "../../web/pages/organize.tsx";
import { proposalPage } from "../../web/pages/proposal.tsx";
import { proposePage } from "../../web/pages/propose.tsx";
import { ticketPage } from "../../web/pages/ticket.tsx";
import type { FormView, View } from "../../web/view.ts";

const refused: FormView = {
  values: { title: "Crypto party", startsAt: "2027-10-21T25:00" },
  problems: [
    { field: "summary", reason: "required" },
    { field: "starts", reason: "not-a-time" },
    { field: "email", reason: "not-an-email-address" },
  ],
};

const pictureRefused: FormView = {
  values: { picture: "chosen", pictureAlt: "" },
  problems: [
    { field: "picture", reason: "photo-too-large", limit: 4 },
    { field: "pictureAlt", reason: "required" },
  ],
};

/** Proposing an event, and its door, in every state. */
export function doorPages(locale: Locale): Record<string, string> {
  const at = (path: string): View => ({ locale, path, origin: "https://campaign.example" });
  const title = "Encryption workshop: messages that only two can read";
  const proposal = { view: at("/confirm/t0ken"), token: "t0ken", title, slug: "encryption-workshop" };
  const door = {
    view: at("/check-in/t0ken"),
    token: "t0ken",
    title,
    q: "",
    came: 1,
    all: 3,
    asOf: 0,
    isWhole: true,
  };
  const people = [
    { person: "a81f", name: "Ada Lovelace", state: "attended" },
    { person: "b72c", name: "ندى الخطيب", state: "confirmed" },
    { person: "c3d0", name: undefined, state: "confirmed" },
  ];
  const organizing: OrganizePageProps = {
    ...{ view: at("/organize/t0ken"), token: "t0ken", title, slug: "encryption-workshop" },
    ...{ startsAt: "2027-10-12T16:30:00Z", timeZone: "Europe/Zurich", capacity: 25 },
    ...{ status: "open", registered: 17, hasBegun: false, picture: undefined, mayReplace: false },
  };
  const states = ["unverified", "submitted", "published", "declined"] as const;
  return {
    propose: proposePage({ view: at("/events/propose") }),
    "propose-refused": proposePage({ view: at("/events/propose"), form: refused }),
    ...Object.fromEntries(states.map((state) => [`proposal-${state}`, proposalPage({ ...proposal, state })])),
    ticket: ticketPage({
      view: at("/ticket/t0ken"),
      title,
      url: "https://campaign.example/ticket/aGVsbG8tdGlja2V0",
      startsAt: "2027-10-12T16:30:00Z",
      timeZone: "Europe/Zurich",
      place: "Impact Hub, Zürich",
    }),
    organize: organizePage(organizing),
    "organize-picture": organizePage({
      ...{ ...organizing, mayReplace: true, pictureForm: pictureRefused },
      picture: { url: asset("icon-512.png"), width: 512, height: 512, alt: "A keyhole" },
    }),
    "organize-begun": organizePage({ ...organizing, hasBegun: true, status: "past" }),
    "organize-reported": organizePage({
      ...{ ...organizing, hasBegun: true, status: "past" },
      reported: { n: 41, evidence: "https://example.org/pictures" },
    }),
    "organize-refused": organizePage({
      ...{ ...organizing, hasBegun: true, status: "past" },
      form: { values: { reported: "many" }, problems: [{ field: "reported", reason: "wrong-type" }] },
    }),
    "check-in-empty": checkInPage({ ...door, people: [], came: 0, all: 0 }),
    "check-in": checkInPage({ ...door, people }),
    "check-in-crowd": checkInPage({ ...door, people, all: 9000, isWhole: false }),
    "check-in-said": checkInPage({ ...door, people: people.slice(0, 1), q: "ada", said: "attended" }),
  };
}

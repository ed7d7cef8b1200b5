import type { Locale } from "../../shared/locales/speak.ts";
import { asset } from "../../web/asset.ts";
import type { EntryView, MemberView } from "../../web/member-view.ts";
import { joinPage } from "../../web/pages/join.tsx";
import { memberPage } from "../../web/pages/member.tsx";
import { memberConfirmPage } from "../../web/pages/member-confirm.tsx";
import { type EntryVerb, memberManagePage } from "../../web/pages/member-manage.tsx";
import { membersPage } from "../../web/pages/members.tsx";
import type { FormView, View } from "../../web/view.ts";

const member: MemberView = {
  id: "m-8Jq2",
  name: "Bürgerrechtsdatenschutzgrundverordnungsfachgesellschaft e. V.",
  kind: "civil-society",
  country: "DE",
  website: "https://www.fachgesellschaft.example/",
  joined: "2027-02-11",
  logo: { url: asset("icon-512.png"), width: 512, height: 512 },
};

const members: MemberView[] = [
  { ...member, id: "m-1", name: "Action for an Open Web", country: "KE", logo: null },
  member,
  { ...member, id: "m-2", name: "مؤسسة الحقوق الرقمية", country: "EG" },
  { ...member, id: "m-3", name: "Ada Lovelace", kind: "expert", country: "GB", website: null },
  { ...member, id: "m-4", name: "Zrozumiałość sp. z o.o.", kind: "company", country: "PL" },
];

const entry: EntryView = {
  ...member,
  what: "application",
  version: 3,
  state: "approved",
  logoShown: true,
  wish: {
    name: "Fachgesellschaft für Verschlüsselung",
    logo: { url: asset("icon-180.png"), width: 180, height: 180 },
  },
  why: "We have advised on encryption in health care since 2009.",
  you: { email: "ada@fachgesellschaft.example", name: "Ada", role: "Policy" },
  others: [
    { id: "c-1", invited: false },
    { id: "c-2", invited: true },
  ],
  proof: {
    strong: false,
    looked: true,
    host: "_coalition.fachgesellschaft.example",
    url: "https://www.fachgesellschaft.example/.well-known/coalition.txt",
    value: "coalition-proof=8f14e45fceea167a",
  },
};

const refused: FormView = {
  values: { organization: "", kind: "company", website: "fachgesellschaft", country: "DE", email: "ada@" },
  problems: [
    { field: "organization", reason: "required" },
    { field: "website", reason: "not-a-website" },
    { field: "email", reason: "not-an-email-address" },
    { field: "principles", reason: "required" },
  ],
};

/** Every page of membership, in every state. */
export function membershipPages(locale: Locale): Record<string, string> {
  const at = (path: string): View => ({ locale, path, origin: "https://campaign.example" });
  const view = at("/members");
  const by = {
    kind: { "civil-society": 41, company: 22, expert: 17, academic: 6, chapter: 9 },
    country: { DE: 21, KE: 14, EG: 11, GB: 9, PL: 3 },
  };
  const growth = [
    { day: "2027-01-01", members: 75 },
    { day: "2027-02-11", members: 82 },
    { day: "2027-05-20", members: 95 },
  ];
  const directory = { view, members, next: "c2", chosen: {}, total: 95, by, growth };
  const confirming = { view: at("/confirm/t0ken"), token: "t0ken", name: member.name };
  const verbs: EntryVerb[] = ["update", "logo", "remove-logo", "invite", "remove", "leave", "prove"];
  const managing = { view: at("/manage/t0ken"), token: "t0ken", entry, verbs };
  const shown = ["pending", "invited", "submitted", "contact", "member", "expired"] as const;
  return {
    join: joinPage({ view: at("/join"), as: "organization", usualDays: 4 }),
    "join-expert": joinPage({ view: at("/join"), as: "expert" }),
    "join-refused": joinPage({ view: at("/join"), as: "organization", form: refused }),
    members: membersPage(directory),
    "members-none": membersPage({ ...directory, members: [], next: null, chosen: { q: "zzz" } }),
    "members-empty": membersPage({ ...directory, members: [], next: null, chosen: {} }),
    member: memberPage({ view: at(`/members/${member.id}`), member }),
    ...Object.fromEntries(
      shown.map((state) => [
        `member-confirm-${state}`,
        memberConfirmPage({ ...confirming, shown: state, usualDays: 4, manageToken: "m4nage" }),
      ]),
    ),
    "member-manage": memberManagePage({
      ...managing,
      statements: [
        { slug: "2027", title: "An open letter", signed: true },
        { slug: "2028", title: "A second letter", signed: false },
      ],
    }),
    "member-manage-asked": memberManagePage({
      ...managing,
      entry: { ...entry, state: "submitted", question: "Which of your projects is about encryption?" },
      verbs: ["answer", "update"],
    }),
    "member-manage-refused": memberManagePage({
      ...managing,
      form: { verb: "update", form: refused },
    }),
    "member-manage-logo-refused": memberManagePage({
      ...managing,
      form: {
        verb: "logo",
        form: { values: { logo: "chosen" }, problems: [{ field: "logo", reason: "not-a-picture" }] },
      },
    }),
    "member-manage-leave": memberManagePage({ ...managing, asking: "leave" }),
  };
}

import * as z from "zod";
import { mixesScripts } from "../domain/confusables.ts";
import { memberKinds, memberStates } from "../domain/member-states.ts";
import { country, email, line, locale, source } from "./fields.ts";
import { cursor } from "./list-query.ts";
import { logo, PictureAnswer } from "./picture.ts";
import { rule } from "./rule.ts";

/** The version of the coalition's principles that the forms show; members agree to exactly one. */
export const principlesVersion = "2026-11";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const notInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Several lines of text: no control characters but tabs and line ends. */
export function text(max: number) {
  return z
    .string()
    .transform((typed) => typed.trim().normalize("NFC").replace(/\r\n?/g, "\n"))
    .pipe(
      z
        .string()
        .max(max, "too-long")
        .refine((typed) => !notInText.test(typed), "control-characters"),
    );
}

/** A website's address: http or https, a public host name, no port, no user. Comes out as browsers write it. */
export const website = z
  .string()
  .max(300, "too-long")
  .transform((typed, context) => {
    const url = publicUrl(typed.trim());
    if (url) return url;
    context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "not-a-website" });
    return z.NEVER;
  })
  .meta({
    type: "string",
    format: "uri",
    maxLength: 300,
    description: "http or https, on a public host name.",
  });

function publicUrl(typed: string): string | undefined {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) return undefined;
  if (url.username || url.password || url.port || !isPublicName(url.hostname)) return undefined;
  url.hash = "";
  return url.href;
}

const localNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|onion|arpa)$/;

/** No address of the internet protocol, nothing of one's own network, and a name under some top-level domain. */
function isPublicName(host: string): boolean {
  const name = host.replace(/\.$/, "");
  const last = name.split(".").at(-1) ?? "";
  return name.includes(".") && !name.startsWith("[") && /[a-z]/.test(last) && !localNames.test(name);
}

export const organizationName = line(150)
  .refine((name) => !mixesScripts(name), "mixed-scripts")
  .refine((name) => /\p{L}|\p{N}/u.test(name), "not-a-name");

const consent = z.object({
  updates: z.boolean().optional().meta({ description: "May we write to you about the coalition's news?" }),
  listed: z.boolean().optional().meta({ description: "Members are listed in public: do you agree?" }),
  logo: z.boolean().optional().meta({ description: "May your logo stand beside your name?" }),
});

const fields = {
  email: email.meta({
    description: "The contact's address; at the organization's own domain it proves most.",
  }),
  name: line(100)
    .optional()
    .meta({ description: "The contact's name; an expert's own, as it will be listed." }),
  role: line(100).optional().meta({ description: "What the contact does at the organization." }),
  organization: organizationName.optional().meta({ description: "Left out by an individual expert." }),
  kind: z.enum(memberKinds).optional(),
  website: website.optional(),
  country,
  why: text(2000).optional().meta({ description: "Why you join; read by the reviewers only." }),
  principles: z
    .string("required")
    .max(40, "too-long")
    .meta({ description: "The version that you agree to." }),
  locale: locale.optional(),
  source: source.optional(),
  logo: logo.optional().meta({
    description:
      "A PNG or SVG of 200 KB at most, in base64; shown where `consent.logo` says so. In a form, a file.",
  }),
  consent: consent.prefault({}),
};

const Fields = z.object(fields);
type Typed = z.infer<typeof Fields>;

const rules = [
  rule<Typed>(["consent", "listed"], "required", ({ consent: given }) => given?.listed === true),
  rule<Typed>(["principles"], "not-the-current-principles", ({ principles }) =>
    [principlesVersion, undefined].includes(principles),
  ),
  rule<Typed>(["name"], "required", ({ organization, kind, name }) =>
    organization === undefined && (kind === undefined || kind === "expert") ? name !== undefined : true,
  ),
  rule<Typed>(["organization"], "required", ({ organization, kind }) =>
    organization === undefined ? kind === undefined || kind === "expert" : true,
  ),
  rule<Typed>(
    ["kind"],
    "required",
    ({ organization, kind }) => organization === undefined || kind !== undefined,
  ),
  rule<Typed>(["kind"], "not-one-of-the-choices", ({ organization, kind }) =>
    organization === undefined ? true : kind !== "expert",
  ),
  rule<Typed>(["website"], "required", ({ organization, website: given }) =>
    organization === undefined ? true : given !== undefined,
  ),
];

/** An application: an organization's, or an expert's without `organization`. */
export const Application = Fields.check(...rules);
export type Application = z.infer<typeof Application>;

export const applicationExamples = {
  organization: {
    email: "amina@privacy-land.example",
    name: "Amina Diallo",
    role: "Policy lead",
    organization: "Privacy Land",
    kind: "civil-society",
    website: "https://www.privacy-land.example",
    country: "SN",
    why: "We teach people to keep their conversations to themselves.",
    principles: principlesVersion,
    locale: "en",
    source: "website",
    consent: { updates: true, listed: true, logo: true },
  },
  expert: {
    email: "jun.park@mail.example",
    name: "Jun Park",
    role: "Cryptographer",
    country: "KR",
    why: "I build messengers and want them to stay private.",
    principles: principlesVersion,
    locale: "en",
    source: "newsletter",
    consent: { updates: false, listed: true },
  },
};

/** A member as the public sees it. */
export const MemberAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(memberKinds),
  country: z.string(),
  website: z.string().nullable(),
  joined: z.iso.date().nullable().meta({ description: "A day." }),
  logo: PictureAnswer.nullable(),
});
export type MemberAnswer = z.infer<typeof MemberAnswer>;

export const MemberList = z.object({
  items: z.array(MemberAnswer),
  next: z.string().nullable().meta({ description: "Read on with ?cursor=; null at the end." }),
});

/** How the directory is asked. */
export const MembersQuery = z.object({
  kind: z.enum(memberKinds).optional(),
  country: country.optional(),
  letter: z
    .string()
    .transform((typed) => typed.toLowerCase())
    .pipe(z.string().regex(/^(?:\p{L}|other)$/u, "not-a-letter"))
    .optional(),
  q: line(100).optional(),
  cursor,
});
export type MembersQuery = z.infer<typeof MembersQuery>;

/** Another logo by a member's link; without one, only whether it is shown. A consent that is not given is one taken back. */
export const LogoChange = z.object({
  logo: logo.optional(),
  consent: z.object({ logo: z.boolean("wrong-type").default(false) }).prefault({}),
});

const smallLogo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>';
export const logoChangeExample = { logo: btoa(smallLogo), consent: { logo: true } };

/** What a link of a member shows. */
export const MemberLinkAnswer = z.object({
  state: z.enum([...memberStates, "expired"]),
  verbs: z.array(z.string()),
  scope: z.string(),
  title: z.string(),
});

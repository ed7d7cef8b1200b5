import { counts } from "../../shared/domain/participation-states.ts";
import { referralCode } from "../../shared/domain/referral-code.ts";
import type { Speech } from "../../shared/locales/speak.ts";
import { type LinkMaker, lastingUntil, linkUrl, oneClickUrl, pagePath } from "../../shared/mail/links.ts";
import type { Letter } from "../../shared/mail/mime.ts";
import type { OwedMail } from "../../shared/mail/owed.ts";
import type { Participation } from "../../shared/table/participation.ts";
import type { Signable } from "../../shared/table/scope.ts";
import type { SignatureFacts } from "../../shared/table/signature.ts";
import { textIn } from "../../shared/table/views.ts";
import type { MailText } from "../../web/mails/mail.tsx";
import {
  alreadySignedMail,
  confirmSignatureMail,
  keptQuestionMail,
  signatureDeclinedMail,
  signatureHeldMail,
  signedMail,
  textChangedMail,
} from "../../web/mails/signature.tsx";

/** What a letter about a signature is written from. */
export interface SignatureLetterFacts {
  mail: OwedMail;
  participation: Participation;
  item: Signable;
  links: LinkMaker;
  speech: Speech;
}

type Facts = SignatureLetterFacts & { signature: SignatureFacts; title: string };
type Written = MailText & Pick<Letter, "unsubscribe">;

/** Each kind of mail that a signature can owe; undefined where it is owed no more. */
const kinds: Partial<Record<OwedMail["kind"], (facts: Facts) => MailText | undefined>> = {
  confirm: ({ participation, signature, title, links, speech }) => {
    const { state, person, scope, generation, expiresAt } = participation;
    if (state !== "pending" || expiresAt === undefined) return undefined;
    const link = { purpose: "confirm", person, subject: scope, generation, expires: expiresAt } as const;
    const url = linkUrl(links, link, speech.locale);
    const until = new Date(expiresAt * 1000).toISOString();
    return confirmSignatureMail(speech, { title, version: signature.text.version, url, until });
  },
  registered: (facts) => {
    const { participation, signature, title, speech } = facts;
    if (!counts(participation.state)) return undefined;
    const shareUrl = shareUrlOf(facts, participation, facts.item);
    return signedMail(speech, {
      title,
      ...signature.text,
      shareUrl,
      joinUrl: joinUrlOf(facts),
      ...ownLinks(facts),
    });
  },
  "already-registered": (facts) =>
    counts(facts.participation.state)
      ? alreadySignedMail(facts.speech, { title: facts.title, ...ownLinks(facts) })
      : undefined,
  "kept-question": (facts) => {
    const { participation, signature, title, speech, mail } = facts;
    const answered = signature.keptAnswer !== undefined && signature.keptAnswer !== "not-yet";
    if (!counts(participation.state) || answered) return undefined;
    const promisedAt = participation.confirmedAt ?? participation.createdAt;
    return keptQuestionMail(speech, { title, promisedAt, last: mail.occurrence > 1, ...ownLinks(facts) });
  },
  "text-changed": (facts) => {
    const { participation, signature, title, item, speech } = facts;
    const current = item.versions.at(-1);
    const { version } = signature.text;
    if (!current || !counts(participation.state) || version >= current.version) return undefined;
    const note = current.note && textIn(current.note, speech.locale);
    return textChangedMail(speech, { title, version, current: current.version, note, ...ownLinks(facts) });
  },
  "signature-held": (facts) => {
    const { participation, signature, title, speech } = facts;
    const { organization, proofs = [] } = signature;
    if (participation.state !== "held" || !organization) return undefined;
    const isToProve = proofs.length === 0 && organization.domain !== undefined;
    const { name } = organization;
    return signatureHeldMail(speech, { title, organization: name, isToProve, ...ownLinks(facts) });
  },
  "signature-declined": (facts) => {
    const { signature, title, speech } = facts;
    const { organization, declined } = signature;
    if (!organization || !declined) return undefined;
    return signatureDeclinedMail(speech, { title, organization: organization.name, ...ownLinks(facts) });
  },
};

/** Writes an owed mail about a signature from what is stored now; undefined where it is owed no more. */
export function signatureLetter(facts: SignatureLetterFacts): Written | undefined {
  const { participation, item, speech, mail, links } = facts;
  const { signature } = participation;
  if (!signature) return undefined;
  const written = kinds[mail.kind]?.({ ...facts, signature, title: textIn(item.title, speech.locale) });
  if (!written || mail.kind === "confirm") return written;
  return {
    ...written,
    unsubscribe: oneClickUrl(links, { purpose: "unsubscribe", ...lasting(participation) }),
  };
}

/** The page of what was signed, by the signatory's own link. */
function shareUrlOf({ links, speech }: Facts, { person, scope }: Participation, item: Signable): string {
  const path = pagePath(speech.locale, `/${item.kind}s/${item.slug}`);
  return `${links.origin}${path}?ref=${referralCode(person, scope, links.secret)}`;
}

/** An organization that is no member yet is invited to be one. */
function joinUrlOf({ links, speech, signature }: Facts): string | undefined {
  const { organization } = signature;
  if (!organization || organization.member !== undefined) return undefined;
  return links.origin + pagePath(speech.locale, "/join");
}

function lasting({ person, scope, generation, createdAt }: Participation) {
  return { person, subject: scope, generation, expires: lastingUntil(createdAt) };
}

function ownLinks({ links, participation, speech }: Facts) {
  const link = lasting(participation);
  return {
    manageUrl: linkUrl(links, { purpose: "manage", ...link }, speech.locale),
    unsubscribeUrl: linkUrl(links, { purpose: "unsubscribe", ...link }, speech.locale),
  };
}

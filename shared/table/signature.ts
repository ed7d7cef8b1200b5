import * as z from "zod";
import { organizationKinds } from "../domain/member-states.ts";
import { displays, keptAnswers } from "../domain/signature.ts";
import { Proof } from "./member.ts";

/** An organization that signs, as it gave itself. None of it is about a person. */
export const SigningOrganization = z.object({
  name: z.string(),
  kind: z.enum(organizationKinds),
  website: z.string(),
  country: z.string().optional(),
  /** The domain that is its own; absent where it is shared with strangers. */
  domain: z.string().optional(),
  /** Set where a member signed by its own link: its id in the directory. */
  member: z.string().optional(),
});
export type SigningOrganization = z.infer<typeof SigningOrganization>;

/**
 * What a participation says beyond any other where it is a signature. `text` is what was signed: version, language and
 * digest, as it was shown. What is shown of the person lies in the card and the comment named `card`, under the person.
 */
export const SignatureFacts = z.object({
  text: z.object({ version: z.number().int(), locale: z.string(), sha256: z.string() }),
  display: z.enum(displays),
  card: z.string().optional(),
  referral: z.object({ referrer: z.string(), since: z.string() }).optional(),
  organization: SigningOrganization.optional(),
  /** How often they were asked whether they kept it, and what they said last. */
  keptAsks: z.number().int().optional(),
  keptAnswer: z.enum(keptAnswers).optional(),
  /** The newest version that they were asked about, whether their signature holds for it. */
  askedVersion: z.number().int().optional(),
  /** How it was shown that whoever signs for an organization speaks for it, and how often was looked for that on a day. */
  proofs: z.array(Proof).optional(),
  looked: z.object({ on: z.string(), looks: z.number().int() }).optional(),
  /** Set where the staff did not take an organization's signature. */
  declined: z.literal(true).optional(),
});
export type SignatureFacts = z.infer<typeof SignatureFacts>;

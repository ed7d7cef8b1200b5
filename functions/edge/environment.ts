import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import type { PersonKey } from "../../shared/domain/person-hash.ts";

/** What any function may find in its environment; each picks what it needs. Parsed once, when the function starts. */
const Environment = z.object({
  STAGE: z.enum(["local", "dev", "prod", "test"]),
  TABLE_NAME: z.string().min(1),
  PUBLIC_ORIGIN: z.url(),
  PERSON_KEY_SECRET_ID: z.string().min(1),
  IGNORE_DOTS_AT: z
    .string()
    .optional()
    .transform((hosts) => hosts?.split(",") ?? []),
  LINK_SECRET_ID: z.string().min(1),
  CONFIRMATION_QUEUE_URL: z.string().min(1),
  BULK_QUEUE_URL: z.string().min(1),
  SIGNATURES_QUEUE_URL: z.string().min(1),
  FORGETTING_QUEUE_URL: z.string().min(1),
  PICTURES_QUEUE_URL: z.string().min(1),
  SENDER_ADDRESS: z.string().min(3),
  REPLY_ADDRESS: z.string().min(3),
  CONFIGURATION_SET: z.string().min(1),
  FEEDBACK_TOPIC_ARN: z.string().min(1),
  STAFF_CLIENT_ID: z.string().min(1),
  STAFF_SIGN_IN_URL: z.url(),
  STAFF_POOL_ID: z.string().min(1),
  PICTURES_BUCKET: z.string().min(3),
  UNVERIFIED_DAYS: z.coerce.number().int().positive(),
  DECLINED_DAYS: z.coerce.number().int().positive(),
  /** One in how many views of a form is told. */
  SEEN_ONE_IN: z.coerce.number().int().positive(),
  MAILER_WORKERS: z.coerce.number().int().positive(),
  /** Mails a second that our account may send; empty where SES is to be asked. */
  SEND_RATE: z.union([z.literal("").transform(() => undefined), z.coerce.number().positive()]).optional(),
});
type Environment = z.infer<typeof Environment>;

export function environment<const Name extends keyof Environment>(...names: Name[]): Pick<Environment, Name> {
  const mask = Object.fromEntries(names.map((name) => [name, true])) as Record<Name, true>;
  return Environment.pick(mask as never).parse(process.env) as Pick<Environment, Name>;
}

/** A secret, read from Secrets Manager once for as long as the function lives. A failed read is tried again. */
export function secret(id: string, client = new SecretsManagerClient({})): () => Promise<string> {
  let reading: Promise<string> | undefined;
  return () => {
    reading ??= read(client, id).catch((error) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

/** What people are named by: the secret, and the hosts at whose addresses dots make no other person. */
export function personKey(): () => Promise<PersonKey> {
  const env = environment("PERSON_KEY_SECRET_ID", "IGNORE_DOTS_AT");
  const read = secret(env.PERSON_KEY_SECRET_ID);
  return async () => ({ secret: await read(), ignoreDotsAt: env.IGNORE_DOTS_AT });
}

async function read(client: SecretsManagerClient, SecretId: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
  return z.string().min(32).parse(SecretString);
}

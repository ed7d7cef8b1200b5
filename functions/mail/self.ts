import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import * as z from "zod";
import { NotAllowed } from "../../shared/domain/refused.ts";
import { speak } from "../../shared/locales/speak.ts";
import { mimeOf } from "../../shared/mail/mime.ts";
import type { Asked } from "../edge/asked.ts";
import type { NewsDesk } from "./news-routes.ts";

export interface SelfMail {
  client: SESClient;
  sender: string;
  replyTo: string;
  configurationSet: string;
  /** Where Cognito is. */
  staffEndpoint: string;
}

const User = z.object({ UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })) });

/**
 * Sends a try of the news to whoever asks for it. The address is not taken from the request, which could name anybody's,
 * but asked of the pool with the asker's own token (Cognito's GetUser needs no other right).
 */
export function toSelf(mailing: SelfMail): NewsDesk["sendToSelf"] {
  const { client, sender, replyTo, configurationSet, staffEndpoint } = mailing;
  return async (asked, mail) => {
    const to = await addressOf(staffEndpoint, asked);
    const from = { name: speak(mail.locale).t("coalition.name"), address: sender };
    const raw = mimeOf({ ...mail, to, from, replyTo, subject: `[Test] ${mail.subject}` });
    await client.send(
      new SendRawEmailCommand({
        Source: sender,
        Destinations: [to],
        RawMessage: { Data: raw },
        ConfigurationSetName: configurationSet,
      }),
    );
  };
}

async function addressOf(staffEndpoint: string, asked: Asked): Promise<string> {
  const AccessToken = (asked.headers.authorization ?? "").replace(/^Bearer\s+/i, "");
  const answer = await fetch(staffEndpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSCognitoIdentityProviderService.GetUser",
    },
    body: JSON.stringify({ AccessToken }),
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) throw new NotAllowed();
  const { UserAttributes } = User.parse(await answer.json());
  const email = UserAttributes.find(({ Name }) => Name === "email")?.Value;
  if (!email) throw new NotAllowed();
  return email;
}

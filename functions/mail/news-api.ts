import { SESClient } from "@aws-sdk/client-ses";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { newsRoutes } from "./news-routes.ts";
import { toSelf } from "./self.ts";

const env = environment("TABLE_NAME", "SENDER_ADDRESS", "REPLY_ADDRESS", "CONFIGURATION_SET");

export const handler = api(
  newsRoutes({
    table: openTable(env.TABLE_NAME),
    clock: () => new Date(),
    sendToSelf: toSelf({
      client: new SESClient({ maxAttempts: 1 }),
      sender: env.SENDER_ADDRESS,
      replyTo: env.REPLY_ADDRESS,
      configurationSet: env.CONFIGURATION_SET,
      staffEndpoint:
        process.env.AWS_ENDPOINT_URL ?? `https://cognito-idp.${process.env.AWS_REGION}.amazonaws.com`,
    }),
  }),
);

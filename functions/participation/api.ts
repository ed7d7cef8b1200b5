import { pictureStore } from "../../shared/pictures/store.ts";
import { scopeCache } from "../../shared/table/scope-cache.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey, secret } from "../edge/environment.ts";
import { withMemberLinks } from "../membership/link-routes.ts";
import { retentionOf } from "../membership/surroundings.ts";
import { participationRoutes } from "./routes.ts";

const env = environment(
  "TABLE_NAME",
  "LINK_SECRET_ID",
  "PUBLIC_ORIGIN",
  "PICTURES_BUCKET",
  "UNVERIFIED_DAYS",
  "DECLINED_DAYS",
);
const table = openTable(env.TABLE_NAME);

const surroundings = {
  table,
  origin: env.PUBLIC_ORIGIN,
  personKey: personKey(),
  linkSecret: secret(env.LINK_SECRET_ID),
  scope: scopeCache(table),
  clock: () => new Date(),
  retention: retentionOf(env),
  pictures: { store: pictureStore(env.PICTURES_BUCKET) },
};

export const handler = api(withMemberLinks(participationRoutes(surroundings), surroundings));

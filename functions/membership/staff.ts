import { pictureStore } from "../../shared/pictures/store.ts";
import { openTable } from "../../shared/table/table.ts";
import { api } from "../edge/chain.ts";
import { environment, personKey, secret } from "../edge/environment.ts";
import { membershipStaffRoutes } from "./staff-routes.ts";
import { retentionOf } from "./surroundings.ts";

const env = environment(
  "TABLE_NAME",
  "LINK_SECRET_ID",
  "PICTURES_BUCKET",
  "UNVERIFIED_DAYS",
  "DECLINED_DAYS",
);

export const handler = api(
  membershipStaffRoutes({
    table: openTable(env.TABLE_NAME),
    personKey: personKey(),
    linkSecret: secret(env.LINK_SECRET_ID),
    pictures: { store: pictureStore(env.PICTURES_BUCKET) },
    retention: retentionOf(env),
    clock: () => new Date(),
  }),
);

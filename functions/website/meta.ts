import { api } from "../edge/chain.ts";
import { environment } from "../edge/environment.ts";
import { metaRoutes } from "./meta-routes.ts";

export const handler = api(metaRoutes(environment("PUBLIC_ORIGIN").PUBLIC_ORIGIN));

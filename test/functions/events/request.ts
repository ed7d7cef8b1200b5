import type { Asked } from "../../../functions/edge/asked.ts";
import type { Reply } from "../../../functions/edge/reply.ts";

/** A request as a route gets it; `as` names the groups of the staff member who asks. */
export function request(given: Partial<Asked> & { as?: string } = {}): Asked {
  const { as, ...rest } = given;
  return {
    routeKey: "",
    path: "/api/",
    params: {},
    query: {},
    headers: {},
    form: false,
    body: {},
    requestId: "request",
    claims: as ? { sub: `staff-${as}`, "cognito:groups": [as] } : {},
    ...rest,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
export function bodyOf(reply: Reply): any {
  return JSON.parse(reply.body ?? "null");
}

import { NotAllowed } from "../../shared/domain/refused.ts";
import { type StaffRole, staffRoles } from "../../shared/domain/staff-roles.ts";
import type { Asked } from "./asked.ts";

export { type StaffRole, staffRoles };

/** Who of the staff is asking: the user pool's id for them, which is what the audit list names. */
export interface StaffMember {
  id: string;
  roles: StaffRole[];
}

/**
 * The staff member behind a request, if they hold one of `roles`; an admin holds all. The API's authorizer has checked
 * the token; the role is checked here too, since a route put in the wrong place must not open a door.
 */
export function staffMember(asked: Asked, ...roles: StaffRole[]): StaffMember {
  const groups = groupsIn(asked.claims["cognito:groups"]);
  const held = staffRoles.filter((role) => groups.includes(role));
  const id = asked.claims.sub;
  const isAllowed = held.some((role) => role === "admin" || roles.includes(role));
  if (typeof id !== "string" || !isAllowed || !isAccessToken(asked)) throw new NotAllowed();
  return { id, roles: held };
}

/**
 * Cognito gives an access token to whoever has passed every challenge, the second factor among them, which the pool asks of
 * all (docs/adr/0040); it names no factor in it. An ID token says who somebody is, and is none to act with.
 */
function isAccessToken({ claims }: Asked): boolean {
  return claims.token_use === undefined || claims.token_use === "access";
}

/** API Gateway flattens a list of groups into `[reviewer admin]`. */
function groupsIn(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  return String(claim ?? "")
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/);
}

import { type StaffRole as Role, staffRoles } from "../../../shared/domain/staff-roles.ts";

export type { Role };

/** What an access token says of its bearer. Read for what to show only: the API checks the token and the role itself. */
export interface Claims {
  id: string;
  roles: Role[];
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export function claimsOf(token: string): Claims {
  const [, payload = ""] = token.split(".");
  const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
    sign.charCodeAt(0),
  );
  const said = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const groups = Array.isArray(said["cognito:groups"]) ? said["cognito:groups"] : [];
  return {
    id: String(said.sub),
    roles: staffRoles.filter((role) => groups.includes(role)),
    expiresAt: Number(said.exp) * 1000,
  };
}

/** Whether somebody with these roles may do what `wanted` may; an admin may all. */
export function mayAs(held: readonly Role[], wanted: readonly Role[]): boolean {
  return held.some((role) => role === "admin" || wanted.includes(role));
}

import { randomBytes } from "node:crypto";
import type { StackOutputs } from "./deploy.ts";

/** Groups of staff, as in `infra/data/staff-pool.ts`. */
export const staffRoles = ["reviewer", "organizer", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffDoor {
  endpoint: string;
  outputs: StackOutputs;
}

export interface StaffSignIn {
  email: string;
  password: string;
  /** A bearer token for `/api/staff`. */
  token: string;
}

/** Makes the local member of staff of this role where there is none, sets a new password, and signs in. */
export async function signInStaff(door: StaffDoor, role: StaffRole): Promise<StaffSignIn> {
  const email = `${role}@staff.globalencryption.example`;
  const password = `Aa1!${randomBytes(12).toString("base64url")}`;
  const pool = { UserPoolId: door.outputs.StaffPoolId };
  await createOnce(door, {
    ...pool,
    Username: email,
    UserAttributes: [{ Name: "email", Value: email }],
    TemporaryPassword: password,
    MessageAction: "SUPPRESS",
  });
  await ask(door, "AdminSetUserPassword", { ...pool, Username: email, Password: password, Permanent: true });
  await ask(door, "AdminAddUserToGroup", { ...pool, Username: email, GroupName: role });
  const { AuthenticationResult } = (await ask(door, "AdminInitiateAuth", {
    ...pool,
    ClientId: door.outputs.StaffClientId,
    AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: email, PASSWORD: password },
  })) as { AuthenticationResult?: { AccessToken: string } };
  if (!AuthenticationResult) throw new Error("the staff pool asked for more than a password");
  return { email, password, token: AuthenticationResult.AccessToken };
}

async function createOnce(door: StaffDoor, user: Record<string, unknown>): Promise<void> {
  try {
    await ask(door, "AdminCreateUser", user);
  } catch (cause) {
    if (!(cause instanceof CognitoRefused && cause.code === "UsernameExistsException")) throw cause;
  }
}

class CognitoRefused extends Error {
  readonly code: string;
  constructor(operation: string, code: string) {
    super(`Cognito refused ${operation}: ${code}`);
    this.code = code;
  }
}

/** One call of the emulator's Cognito. It checks no signature, so no client library is carried for four calls. */
async function ask(door: StaffDoor, operation: string, body: Record<string, unknown>): Promise<unknown> {
  const answer = await fetch(door.endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { __type?: string };
  if (!answer.ok)
    throw new CognitoRefused(operation, said.__type?.split("#").at(-1) ?? String(answer.status));
  return said;
}

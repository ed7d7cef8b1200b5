import type { StaffDoor } from "../../pages/staff.tsx";
import { askCognito } from "./cognito.ts";

/** Who signs in, and Cognito's handle to how far they have got. */
interface Pending {
  username: string;
  session: string;
}

/** What a sign-in asks for next. */
export type Step =
  | { at: "password" }
  | ({ at: "new-password" } & Pending)
  | ({ at: "code" } & Pending)
  /** No second factor yet: `secret` (base32) goes into an app. */
  | ({ at: "set-up"; secret: string } & Pending)
  | { at: "done"; tokens: Tokens };

export interface Tokens {
  access: string;
  refresh: string | undefined;
}

interface Answered {
  ChallengeName?: string;
  Session?: string;
  ChallengeParameters?: Record<string, string>;
  AuthenticationResult?: { AccessToken: string; RefreshToken?: string };
}

/** A challenge that the console cannot answer, such as one by SMS, which the pool does not use. */
export class UnknownChallenge extends Error {}

export async function givePassword(
  door: StaffDoor,
  { email, password }: { email: string; password: string },
): Promise<Step> {
  const answer = await askCognito<Answered>(door, "InitiateAuth", {
    ClientId: door.client,
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  return stepAfter(door, answer, email);
}

export function chooseNewPassword(door: StaffDoor, pending: Pending, password: string): Promise<Step> {
  return respond(door, pending, ["NEW_PASSWORD_REQUIRED", { NEW_PASSWORD: password }]);
}

export function giveCode(door: StaffDoor, pending: Pending, code: string): Promise<Step> {
  return respond(door, pending, ["SOFTWARE_TOKEN_MFA", { SOFTWARE_TOKEN_MFA_CODE: code }]);
}

/** The first code of a new app proves that it holds the secret; then it is asked for at every sign-in. */
export async function finishSetUp(door: StaffDoor, pending: Pending, code: string): Promise<Step> {
  const { Session } = await askCognito<Answered>(door, "VerifySoftwareToken", {
    Session: pending.session,
    UserCode: code,
    FriendlyDeviceName: "App",
  });
  return respond(door, { ...pending, session: Session ?? pending.session }, ["MFA_SETUP", {}]);
}

/** New tokens for a session that goes on; Cognito may or may not send another refresh token. */
export async function renew(door: StaffDoor, refresh: string): Promise<Tokens> {
  const { AuthenticationResult } = await askCognito<Answered>(door, "InitiateAuth", {
    ClientId: door.client,
    AuthFlow: "REFRESH_TOKEN_AUTH",
    AuthParameters: { REFRESH_TOKEN: refresh },
  });
  if (!AuthenticationResult) throw new UnknownChallenge();
  return {
    access: AuthenticationResult.AccessToken,
    refresh: AuthenticationResult.RefreshToken ?? refresh,
  };
}

/** The refresh token, and the access tokens made with it, are worth nothing from now on. */
export async function revoke(door: StaffDoor, refresh: string): Promise<void> {
  await askCognito(door, "RevokeToken", { ClientId: door.client, Token: refresh });
}

async function respond(
  door: StaffDoor,
  { username, session }: Pending,
  [name, responses]: [string, Record<string, string>],
): Promise<Step> {
  const answer = await askCognito<Answered>(door, "RespondToAuthChallenge", {
    ClientId: door.client,
    ChallengeName: name,
    Session: session,
    ChallengeResponses: { USERNAME: username, ...responses },
  });
  return stepAfter(door, answer, username);
}

async function stepAfter(door: StaffDoor, answer: Answered, asked: string): Promise<Step> {
  const { AuthenticationResult: result } = answer;
  if (result) return { at: "done", tokens: { access: result.AccessToken, refresh: result.RefreshToken } };
  const pending = {
    username: answer.ChallengeParameters?.USER_ID_FOR_SRP ?? asked,
    session: answer.Session ?? "",
  };
  switch (answer.ChallengeName) {
    case "NEW_PASSWORD_REQUIRED":
      return { at: "new-password", ...pending };
    case "SOFTWARE_TOKEN_MFA":
      return { at: "code", ...pending };
    case "MFA_SETUP":
      return setUp(door, pending);
    default:
      throw new UnknownChallenge();
  }
}

async function setUp(door: StaffDoor, pending: Pending): Promise<Step> {
  const { SecretCode, Session } = await askCognito<{ SecretCode: string; Session?: string }>(
    door,
    "AssociateSoftwareToken",
    { Session: pending.session },
  );
  return { at: "set-up", ...pending, secret: SecretCode, session: Session ?? pending.session };
}

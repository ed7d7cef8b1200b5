import type { StaffDoor } from "../../pages/staff.tsx";

/** Cognito said no, by its error code: `NotAuthorizedException`, `CodeMismatchException`, …; `unreachable` without any answer. */
export class SignInRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = "SignInRefused";
    this.code = code;
  }
}

/** One call of Cognito's. These operations are open to browsers and unsigned, so no SDK is carried for five of them. */
export async function askCognito<Answer>(
  { signIn }: StaffDoor,
  operation: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const answer = await fetch(signIn, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(15_000),
  }).catch(() => undefined);
  if (!answer) throw new SignInRefused("unreachable");
  const said = (await answer.json().catch(() => ({}))) as { __type?: string };
  if (!answer.ok) throw new SignInRefused(said.__type?.split("#").at(-1) ?? "unreachable");
  return said as Answer;
}

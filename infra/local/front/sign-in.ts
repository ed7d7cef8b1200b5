import { passOn } from "./pass-on.ts";
import type { Exchange } from "./server.ts";

/** Where the staff console finds Cognito on one machine: at our own address, so that its policy allows no other. */
export const signInPath = "/cognito-idp/";

/** What a browser may ask of Cognito without rights; the administrator's operations are nothing for a browser. */
const allowed: ReadonlySet<string> = new Set(
  [
    "InitiateAuth",
    "RespondToAuthChallenge",
    "AssociateSoftwareToken",
    "VerifySoftwareToken",
    "RevokeToken",
  ].map((operation) => `AWSCognitoIdentityProviderService.${operation}`),
);

/** Passes a sign-in on to the emulator's Cognito. */
export async function passSignIn(exchange: Exchange, emulator: URL): Promise<void> {
  const { request, response } = exchange;
  if (request.method === "POST" && allowed.has(String(request.headers["x-amz-target"])))
    return passOn(exchange, { target: emulator, path: "/" });
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
  response.end("The console signs in here, and does nothing else.");
}

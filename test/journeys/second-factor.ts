import { createHmac, randomUUID } from "node:crypto";
import type { Page, Route } from "playwright-core";

/**
 * The six digits that an authenticator app shows for a key (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits). `key` is base32.
 */
export function codeOf(key: string, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac("sha1", bytesOf(key)).update(counter).digest();
  const offset = mac.readUInt8(19) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function bytesOf(base32: string): Buffer {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...base32].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

/** A sign-in that waits for its second factor: the tokens that it will come to, and whether a code has fitted. */
interface Held {
  tokens: { AccessToken: string };
  isVerified: boolean;
}

type Body = Record<string, unknown> & { Session?: string };

/**
 * What the emulator's Cognito leaves out: in a pool that requires a second factor, the real one answers a right password
 * of somebody who has none with the challenge MFA_SETUP, and takes its Session in place of an access token until a code has
 * fitted (docs.aws.amazon.com, "Adding MFA to a user pool", "TOTP software token MFA"). This stands between the page and the
 * emulator and does just that; keys, codes, passwords and tokens stay the emulator's.
 */
export class SetUpChallenge {
  private readonly held = new Map<string, Held>();
  private readonly enrolled = new Set<string>();

  async standBetween(page: Page): Promise<void> {
    await page.route("**/cognito-idp/", (route) => this.answer(route));
  }

  private async answer(route: Route): Promise<void> {
    const operation = route.request().headers()["x-amz-target"]?.split(".").at(-1) ?? "";
    const body = route.request().postDataJSON() as Body;
    if (operation === "AssociateSoftwareToken") return this.associate(route, body);
    if (operation === "VerifySoftwareToken") return this.verify(route, body);
    if (body.ChallengeName === "MFA_SETUP") return this.finish(route, body);
    const answer = await route.fetch();
    const said = (await answer.json()) as { AuthenticationResult?: { AccessToken: string } };
    const tokens = said.AuthenticationResult;
    const isSignIn = tokens && body.AuthFlow !== "REFRESH_TOKEN_AUTH";
    if (!isSignIn || this.enrolled.has(personOf(tokens.AccessToken)))
      return route.fulfill({ response: answer });
    const Session = this.hold({ tokens, isVerified: false });
    const ChallengeParameters = {
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]',
      USER_ID_FOR_SRP: personOf(tokens.AccessToken),
    };
    return route.fulfill({ json: { ChallengeName: "MFA_SETUP", Session, ChallengeParameters } });
  }

  private async associate(route: Route, body: Body): Promise<void> {
    const held = this.take(body);
    if (!held) return refuse(route);
    const { SecretCode } = await this.ask(route, { AccessToken: held.tokens.AccessToken });
    return route.fulfill({ json: { SecretCode, Session: this.hold(held) } });
  }

  private async verify(route: Route, body: Body): Promise<void> {
    const held = this.held.get(body.Session ?? "");
    if (!held) return refuse(route);
    const { AccessToken } = held.tokens;
    const answer = await route.fetch({ postData: JSON.stringify({ AccessToken, UserCode: body.UserCode }) });
    if (!answer.ok()) return route.fulfill({ response: answer });
    this.take(body);
    this.enrolled.add(personOf(AccessToken));
    const Session = this.hold({ ...held, isVerified: true });
    return route.fulfill({ json: { Status: "SUCCESS", Session } });
  }

  private async finish(route: Route, body: Body): Promise<void> {
    const held = this.take(body);
    if (!held?.isVerified) return refuse(route);
    return route.fulfill({ json: { AuthenticationResult: held.tokens } });
  }

  private async ask(route: Route, body: Body): Promise<Record<string, string>> {
    return (await (await route.fetch({ postData: JSON.stringify(body) })).json()) as Record<string, string>;
  }

  private hold(held: Held): string {
    const session = randomUUID();
    this.held.set(session, held);
    return session;
  }

  /** A Session is good for one answer. */
  private take({ Session = "" }: Body): Held | undefined {
    const held = this.held.get(Session);
    this.held.delete(Session);
    return held;
  }
}

function personOf(accessToken: string): string {
  const [, payload = ""] = accessToken.split(".");
  return (JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as { sub: string }).sub;
}

function refuse(route: Route): Promise<void> {
  return route.fulfill({
    status: 400,
    json: { __type: "NotAuthorizedException", message: "Invalid session." },
  });
}

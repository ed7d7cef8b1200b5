import {
  CognitoIdentityProviderClient,
  SetUserPoolMfaConfigCommand,
  type UserPoolMfaType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signInStaff } from "../../infra/local/staff.ts";
import { clientFor, wholeStack } from "../stack/provided.ts";
import { visits } from "./browsing.ts";
import { codeOf, SetUpChallenge } from "./second-factor.ts";
import { freshAddress, post, untilMails } from "./visitor.ts";

const visit = visits({ locale: "en-GB" });
let page: Page;

/** The pool of one's own machine asks for no second factor; for these journeys it does, as it does everywhere else. */
async function secondFactor(MfaConfiguration: UserPoolMfaType): Promise<void> {
  const client = new CognitoIdentityProviderClient(clientFor(wholeStack().endpoint));
  const UserPoolId = wholeStack().outputs.StaffPoolId;
  const SoftwareTokenMfaConfiguration = { Enabled: MfaConfiguration === "ON" };
  await client.send(
    new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration, SoftwareTokenMfaConfiguration }),
  );
}

beforeEach(async () => {
  page = await visit();
});
afterEach(() => secondFactor("OFF"));

const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const atHome = () => heading("Overview").waitFor();
const alert = () => page.getByRole("alert").locator("p");

async function typeThenEnter(...texts: string[]): Promise<void> {
  for (const [i, text] of texts.entries()) {
    if (i > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
}

/** Somebody whom an admin has invited: their address, and the password of the mail that they got. */
async function invited(): Promise<{ email: string; password: string }> {
  const { token } = await signInStaff(wholeStack(), "admin");
  const email = freshAddress("colleague");
  const body = { email, roles: ["reviewer"] };
  const reply = await post("/api/staff/people", body, { authorization: `Bearer ${token}` });
  expect(reply.status).toBe(201);
  const [mail] = await untilMails(email, 1);
  expect(mail?.html).toContain(`${wholeStack().origin}/staff`);
  const password = /Aa1![\w-]+/.exec(mail?.html ?? "")?.[0] ?? "";
  expect(password).not.toBe("");
  return { email, password };
}

const ownPassword = "A-password-of-my-own-1";

describe("the way in", () => {
  it("leads somebody invited, by keyboard, to a password of their own and a second factor, which is asked for from then on", async () => {
    const { email, password } = await invited();
    await secondFactor("ON");
    await new SetUpChallenge().standBetween(page);
    await page.goto(`${wholeStack().origin}/staff`);
    await heading("Sign in").waitFor();
    await typeThenEnter(email, password);

    await heading("Choose a password of your own").waitFor();
    await typeThenEnter("too-short");
    expect(
      await page.getByLabel("New password").evaluate((input: HTMLInputElement) => input.validity.tooShort),
    ).toBe(true);
    await page.getByLabel("New password").fill("");
    await typeThenEnter(ownPassword);

    await heading("Add your second factor").waitFor();
    const key = ((await page.locator(".key-picture code").textContent()) ?? "").replace(/\s/g, "");
    expect(key).toMatch(/^[A-Z2-7]{16,}$/);
    await page.getByRole("img", { name: "Picture of the key" }).waitFor();
    await typeThenEnter("000000");
    expect(await alert().textContent()).toContain("does not fit");
    await page.getByLabel("Six-digit code").fill("");
    await page.getByLabel("Six-digit code").focus();
    await typeThenEnter(codeOf(key));
    await atHome();

    await page.reload();
    await atHome();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/eyJ/);
    await page.getByRole("button", { name: "Sign out" }).click();

    await heading("Sign in").waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/eyJ/);
    await typeThenEnter(email, ownPassword);
    await heading("Your code").waitFor();
    await typeThenEnter("000000");
    expect(await alert().textContent()).toContain("does not fit");
    await page.getByLabel("Six-digit code").fill("");
    await page.getByLabel("Six-digit code").focus();
    await typeThenEnter(codeOf(key));
    await atHome();
    await page.getByText("Reviewer", { exact: true }).waitFor();
  });

  it("can be begun anew at every step, and keeps no password", async () => {
    const { email, password } = await invited();
    await page.goto(`${wholeStack().origin}/staff`);
    await heading("Sign in").waitFor();
    await typeThenEnter(email, password);
    await heading("Choose a password of your own").waitFor();
    await page.getByRole("button", { name: "Start again" }).click();
    await heading("Sign in").waitFor();
    expect(await page.getByLabel("Email address").inputValue()).toBe(email);
    expect(await page.getByLabel("Password").inputValue()).toBe("");
  });

  it("says so where Cognito does not answer, asks too much, or has closed the account", async () => {
    const answers = [
      [undefined, "does not answer"],
      ["TooManyRequestsException", "Too many tries"],
      ["PasswordResetRequiredException", "set anew"],
      ["SomethingNewException", "did not work"],
    ] as const;
    for (const [code, text] of answers) {
      await page.unroute("**/cognito-idp/");
      await page.route("**/cognito-idp/", (route) =>
        code === undefined
          ? route.abort()
          : route.fulfill({ status: 400, json: { __type: `com.amazonaws.cognito#${code}` } }),
      );
      await page.goto(`${wholeStack().origin}/staff`);
      await heading("Sign in").waitFor();
      await typeThenEnter("somebody@example.org", "Some-password-123");
      await alert().waitFor();
      expect(await alert().textContent()).toContain(text);
    }
  });
});

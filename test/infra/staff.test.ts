import { describe, expect, it } from "vitest";
import { ofType, templates } from "./templates.ts";

const { prod, atOurDomain, local } = templates();
const poolOf = ({ data }: typeof prod) => ofType(data, "AWS::Cognito::UserPool")[0]?.Properties;
const clientOf = ({ data }: typeof prod) => ofType(data, "AWS::Cognito::UserPoolClient")[0]?.Properties;

describe("the staff's accounts", () => {
  it("need a second factor from an app everywhere but on one's own machine", () => {
    for (const stage of [prod, atOurDomain])
      expect(poolOf(stage)).toMatchObject({ MfaConfiguration: "ON", EnabledMfas: ["SOFTWARE_TOKEN_MFA"] });
    expect(poolOf(local)).toMatchObject({ MfaConfiguration: "OFF" });
  });

  it("are made by an admin alone, for an address, with a password that is good for days", () => {
    expect(poolOf(prod)).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameAttributes: ["email"],
      Policies: { PasswordPolicy: { MinimumLength: 14, TemporaryPasswordValidityDays: 3 } },
    });
  });

  it("are invited by a mail that says where to go, in the languages of the console", () => {
    const message = poolOf(atOurDomain)?.AdminCreateUserConfig.InviteMessageTemplate;
    expect(message.EmailMessage).toContain('href="https://act.example.org/staff"');
    for (const part of ["{username}", "{####}", 'lang="fr"']) expect(message.EmailMessage).toContain(part);
  });

  it("sign in with a password and what follows, never by an administrator's call but locally", () => {
    expect(clientOf(prod).ExplicitAuthFlows.sort()).toEqual([
      "ALLOW_REFRESH_TOKEN_AUTH",
      "ALLOW_USER_PASSWORD_AUTH",
    ]);
    expect(clientOf(local).ExplicitAuthFlows).toContain("ALLOW_ADMIN_USER_PASSWORD_AUTH");
    for (const stage of [prod, local])
      expect(clientOf(stage)).toMatchObject({
        PreventUserExistenceErrors: "ENABLED",
        AccessTokenValidity: 60,
      });
  });

  it("open nothing but routes that ask for their token", () => {
    const [authorizer] = ofType(prod.service, "AWS::ApiGatewayV2::Authorizer");
    expect(authorizer?.Properties.JwtConfiguration.Audience).toHaveLength(1);
  });
});
